package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code docker.service} as systemd puts it together of its unit and the drop-ins of others
 * (systemd.unit(5)).
 *
 * @param file the unit
 * @param execStart the command line in force, on one line
 * @param variableFiles the paths of {@code EnvironmentFile=}, as they are written
 */
record SystemdUnit(String file, String execStart, List<String> variableFiles) {
  /** Behind all others, as the last one to be read decides. */
  static final String OURS = "zz-gantry-remote.conf";

  static final String DROP_INS = "/etc/systemd/system/docker.service.d";
  private static final String UNIT = "docker.service";

  /** The first that has the unit decides. */
  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/system",
          "/run/systemd/system",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system");

  /** Null when systemd knows no Docker. */
  static @Nullable SystemdUnit find(Root root) {
    String file = file(root);
    return file == null ? null : read(root, file, root.path(file));
  }

  /** The path of the unit; null when there is none. */
  static @Nullable String file(Root root) {
    return FOLDERS.stream()
        .map(folder -> folder + "/" + UNIT)
        .filter(file -> Files.isRegularFile(root.path(file)))
        .findFirst()
        .orElse(null);
  }

  private static SystemdUnit read(Root root, String file, Path unit) {
    List<String> commands = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    List<Path> all = new ArrayList<>(List.of(unit));
    all.addAll(dropIns(root));
    for (Path each : all) {
      settings(each, "ExecStart", commands);
      settings(each, "EnvironmentFile", variables);
    }
    if (commands.size() != 1) {
      throw new UsageException(
          "%s has %d lines ExecStart= in force: exactly one can be changed"
              .formatted(unit, commands.size()));
    }
    return new SystemdUnit(file, commands.get(0), variables);
  }

  /** An empty value forgets those before it. */
  private static void settings(Path file, String name, List<String> values) {
    String text = String.valueOf(Root.read(file)).replaceAll("\\\\\\R\\s*", " ");
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.matches(name + "\\s*=.*")) {
        String value = line.substring(line.indexOf('=') + 1).strip();
        if (value.isEmpty()) {
          values.clear();
        } else {
          values.add(value);
        }
      }
    }
  }

  /** By their names, whatever the folder; of the same name the first folder's. */
  private static List<Path> dropIns(Root root) {
    Map<String, Path> found = new TreeMap<>();
    for (String folder : FOLDERS) {
      Path dropIns = root.path(folder + "/" + UNIT + ".d");
      if (Files.isDirectory(dropIns)) {
        try (Stream<Path> files = Files.list(dropIns)) {
          files
              .filter(file -> file.toString().endsWith(".conf"))
              .forEach(file -> found.putIfAbsent(file.getFileName().toString(), file));
        } catch (IOException e) {
          throw new SecureException("cannot read " + dropIns, e);
        }
      }
    }
    found.remove(OURS);
    return List.copyOf(found.values());
  }
}
