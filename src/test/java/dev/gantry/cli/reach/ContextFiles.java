package dev.gantry.cli.reach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A configuration folder as the Docker CLI leaves it behind. */
public record ContextFiles(Path folder) {

  /** The environment that points there, and nothing else. */
  public Map<String, String> env() {
    return Map.of("DOCKER_CONFIG", folder.toString());
  }

  public ContextFiles config(String json) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), json);
    return this;
  }

  /** As {@code docker context create NAME --docker host=HOST} writes it. */
  public ContextFiles context(String name, String host) throws IOException {
    return meta(
        name,
        """
        {"Name":"%s","Metadata":{"Description":"the %s one"},\
        "Endpoints":{"docker":{"Host":"%s","SkipTLSVerify":false}}}\
        """
            .formatted(name, name, host));
  }

  public ContextFiles meta(String name, String json) throws IOException {
    Path folder = Files.createDirectories(in("meta", name));
    Files.writeString(folder.resolve("meta.json"), json);
    return this;
  }

  /** Puts empty files among those for TLS. */
  public ContextFiles tls(String name, String... files) throws IOException {
    Path folder = Files.createDirectories(in("tls", name).resolve("docker"));
    for (String file : files) {
      Files.writeString(folder.resolve(file), "");
    }
    return this;
  }

  public Path in(String part, String name) {
    return folder.resolve("contexts").resolve(part).resolve(sha256(name));
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
