package dev.gantry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Which versions are at work. Groovy's comes from the build: asking Groovy itself would start it.
 */
final class Version {
  private Version() {}

  /** One line each for Gantry, Groovy and Java. */
  static String text() {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      versions.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Gantry "
        + versions.get("gantry")
        + "\nGroovy "
        + versions.get("groovy")
        + "\nJava   "
        + System.getProperty("java.runtime.version");
  }
}
