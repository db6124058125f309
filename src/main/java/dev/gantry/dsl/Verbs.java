package dev.gantry.dsl;

import dev.gantry.dsl.options.OptionTable;
import dev.gantry.dsl.options.RunOptions;
import dev.gantry.dsl.options.ServiceOptions;
import dev.gantry.dsl.options.VerbOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every verb of {@code docker} and of what it hands out, described: for help and completion. The
 * table {@code verbs.tsv} beside this class has a row for each; the options come from their own
 * tables. Asks no engine.
 */
public final class Verbs {
  private static final class Lazy {
    static final List<Verb> ALL = read().lines().skip(1).map(Verbs::verb).toList();
    static final Map<String, Verb> BY_NAME =
        ALL.stream().collect(Collectors.toMap(it -> it.receiver() + "." + it.name(), it -> it));
  }

  /** By what expression one gets at a receiver; others by the class's name, with a small letter. */
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("Docker", "docker"),
          Map.entry("Api", "docker.api"),
          Map.entry("Containers", "docker.containers"),
          Map.entry("Images", "docker.images"),
          Map.entry("Networks", "docker.networks"),
          Map.entry("Volumes", "docker.volumes"),
          Map.entry("Swarm", "docker.swarm"),
          Map.entry("Nodes", "docker.nodes"),
          Map.entry("Services", "docker.services"),
          Map.entry("Tasks", "docker.tasks"),
          Map.entry("Secrets", "docker.secrets"),
          Map.entry("Configs", "docker.configs"),
          Map.entry("Plugins", "docker.plugins"),
          Map.entry("EngineSystem", "docker.system"),
          Map.entry("BuildCache", "docker.buildCache"),
          Map.entry("FileHolder", "container"),
          Map.entry("ContainerFile", "container['/path']"),
          Map.entry("Checkpoints", "container.checkpoints"));

  private Verbs() {}

  /** All of them, those of a receiver together. */
  public static List<Verb> all() {
    return Lazy.ALL;
  }

  /** Those of that name, whatever has them. */
  public static List<Verb> named(String name) {
    return all().stream().filter(verb -> verb.name().equals(name)).toList();
  }

  /** The verb of that name that a class has, or one that it extends. */
  public static Optional<Verb> of(Class<?> receiver, String name) {
    for (Class<?> at = receiver; at != null; at = at.getSuperclass()) {
      Optional<Verb> found = of(at.getSimpleName(), name);
      if (found.isPresent() && at.getPackage() == Verbs.class.getPackage()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Verb> of(String receiver, String name) {
    return Optional.ofNullable(Lazy.BY_NAME.get(receiver + "." + name));
  }

  /** The expression by which one gets at a receiver: {@code docker.containers}. */
  static String path(String receiver) {
    return PATHS.getOrDefault(
        receiver, Character.toLowerCase(receiver.charAt(0)) + receiver.substring(1));
  }

  /** The same with {@code docker} at its start: {@code docker.containers.NAME}. */
  static String fromDocker(String receiver) {
    String path = path(receiver);
    if (path.startsWith("docker")) {
      return path;
    }
    return path.startsWith("container")
        ? path.replaceFirst("container", "docker.containers.NAME")
        : path(receiver + "s") + ".NAME";
  }

  private static Verb verb(String row) {
    String[] cells = row.split("\t", -1);
    return new Verb(
        cells[0],
        cells[1],
        listed(cells[3], ", ").stream().map(Verbs::argument).toList(),
        options(cells[2]),
        listed(cells[4], ","),
        cells[5],
        cells[6]);
  }

  private static Verb.Argument argument(String cell) {
    String several = cell.endsWith("…") ? "…" : "";
    String[] parts = cell.replace("…", "").split(":", 2);
    return new Verb.Argument(
        parts[0] + several, parts.length == 1 ? List.of() : listed(parts[1], "\\|"));
  }

  /** The options of a table: {@code logs}, or {@code logs -to} for all but one of them. */
  private static List<VerbOption> options(String cell) {
    String verb = cell.replaceFirst(" -.*", "");
    OptionTable table = table(verb);
    if (table == null) {
      return List.of();
    }
    Stream<VerbOption> options =
        table.options().stream()
            .filter(it -> it.isSupported() && !cell.equals(verb + " -" + it.name()))
            .map(option -> VerbOption.of(verb, option));
    return Stream.concat(options, image(verb)).toList();
  }

  private static Stream<VerbOption> image(String verb) {
    return verb.equals("run") || verb.equals("create") ? Stream.of(VerbOption.IMAGE) : Stream.of();
  }

  private static @Nullable OptionTable table(String verb) {
    return switch (verb) {
      case "" -> null;
      case "run", "create" -> RunOptions.table(verb);
      case "service create", "service update" -> ServiceOptions.table(verb);
      default -> VerbOptions.table(verb);
    };
  }

  private static List<String> listed(String cell, String separator) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(separator, -1));
  }

  private static String read() {
    try (InputStream table = Verbs.class.getResourceAsStream("verbs.tsv")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
