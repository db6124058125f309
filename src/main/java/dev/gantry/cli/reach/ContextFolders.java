package dev.gantry.cli.reach;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the Docker CLI keeps a context (docker/cli v28.5.2, cli/context/store).
 *
 * @param meta the file that describes it
 * @param tls the folder of its files for TLS
 */
public record ContextFolders(Path meta, Path tls) {

  /**
   * Those of one context.
   *
   * @param config the folder of the configuration file
   */
  public static ContextFolders of(Path config, String name) {
    Path contexts = config.resolve("contexts");
    return new ContextFolders(
        contexts.resolve("meta").resolve(id(name)).resolve("meta.json"),
        contexts.resolve("tls").resolve(id(name)).resolve("docker"));
  }

  /** The SHA-256 of the name. */
  static String id(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it (MessageDigest)
    }
  }
}
