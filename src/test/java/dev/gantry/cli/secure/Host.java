package dev.gantry.cli.secure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that stands for the root of a host. */
public record Host(Path root) {
  public static final String UNIT =
      """
      [Unit]
      Description=Docker
      [Service]
      EnvironmentFile=-/etc/default/docker
      ExecStart=/usr/sbin/dockerd -H fd:// \\
        --containerd=/run/containerd/containerd.sock $DOCKER_OPTS
      """;
  static final String DROP_IN = "etc/systemd/system/docker.service.d/zz-gantry-remote.conf";

  /** One that systemd starts Docker on, as Debian has it. */
  public Host systemd() throws IOException {
    return with("lib/systemd/system/docker.service", UNIT);
  }

  public Host with(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  /** Takes the certificates and keys of another one: to make them takes long. */
  public Host certified(Host other) throws IOException {
    for (Map.Entry<String, String> each : other.files().entrySet()) {
      if (each.getKey().startsWith("etc/docker/gantry/") && each.getKey().endsWith(".pem")) {
        with(each.getKey(), each.getValue());
      }
    }
    return this;
  }

  public String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  /** All files with what is in them. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.toList()) {
        String name = root.relativize(each).toString();
        files.put(name, Files.isDirectory(each) ? "" : text(name));
      }
    }
    return files;
  }

  /** What {@code --secure-remote} prints. */
  public String secure(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--root", root.toString()));
    new SecureRemote(Map.of("DOCKER_CONFIG", "/root/.docker"), new PrintStream(out, true, UTF_8))
        .run(all);
    return out.toString(UTF_8);
  }
}
