package dev.gantry.cli.reach;

import dev.gantry.UsageException;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A context as {@code docker context create} wrote it.
 *
 * @param name its name
 * @param description what its maker says of it; may be empty
 * @param host the address, as it is written there; empty means the default socket
 * @param skipVerify whether the engine need not prove who it is
 * @param tls the folder with the files in PEM; it may be missing
 */
record StoredContext(String name, String description, String host, boolean skipVerify, Path tls) {

  /** An address without a port. */
  private static final Pattern NO_PORT =
      Pattern.compile("^tcp://(\\[[^\\]]*\\]|[^:/\\[\\]]+)(/.*)?$");

  /**
   * Reads {@code meta.json}.
   *
   * @throws UsageException it names no engine
   */
  static StoredContext of(Map<String, @Nullable Object> meta, Path file, Path tls) {
    Map<?, ?> endpoints = map(meta.get("Endpoints"));
    if (!endpoints.containsKey("docker")) {
      throw new UsageException("%s names no endpoint for Docker".formatted(file));
    }
    Map<?, ?> docker = map(endpoints.get("docker"));
    return new StoredContext(
        text(meta.get("Name")),
        text(map(meta.get("Metadata")).get("Description")),
        text(docker.get("Host")),
        Boolean.TRUE.equals(docker.get("SkipTLSVerify")),
        tls.resolve("docker"));
  }

  /**
   * The engine that it leads to.
   *
   * @param asked the name by which it was found, whatever the file says
   */
  Destination destination(String asked, String why) {
    TlsSettings settings = settings();
    DockerHost there = host.isEmpty() ? DockerHost.ofDefaultSocket() : parsed(settings != null);
    return new Destination(asked, there, settings, description, why);
  }

  /**
   * For a context the Docker CLI adds no port: then that of HTTP holds (docker/cli v28.5.2,
   * cli/context/docker/load.go).
   */
  private DockerHost parsed(boolean encrypted) {
    return DockerHost.parse(
        NO_PORT.matcher(host).replaceFirst("tcp://$1:" + (encrypted ? 443 : 80) + "$2"));
  }

  private @Nullable TlsSettings settings() {
    if (!Files.isDirectory(tls)) {
      return skipVerify ? new TlsSettings(null, null, null, false, null) : null;
    }
    Path certificate = file("cert.pem");
    Path key = file("key.pem");
    boolean pair = certificate != null && key != null;
    return new TlsSettings(
        file("ca.pem"), pair ? certificate : null, pair ? key : null, !skipVerify, null);
  }

  private @Nullable Path file(String name) {
    Path file = tls.resolve(name);
    return Files.exists(file) ? file : null;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }
}
