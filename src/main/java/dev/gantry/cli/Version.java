package dev.gantry.cli;

import dev.gantry.GantryException;
import dev.gantry.cli.reach.Reach;
import dev.gantry.engine.EngineClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Which versions are at work. Groovy's comes from the build: asking Groovy itself would start it.
 */
final class Version {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Version() {}

  /** One line each for Gantry, Groovy, Java, and the engine if one answers within two seconds. */
  static String text(EngineObjects engines, Reach reach) {
    return text() + engine(engines, reach.within(PATIENCE));
  }

  private static String engine(EngineObjects engines, Reach reach) {
    try {
      EngineClient engine = engines.client(reach);
      Object version = engine.call("SystemVersion", Map.of());
      Object number = version instanceof Map<?, ?> map ? map.get("Version") : null;
      return "\nEngine " + number + ", API " + engine.version() + ", at " + engine.where();
    } catch (GantryException e) {
      return "";
    }
  }

  /** Those of this side in a line. */
  static String line() {
    return text().replaceAll(" +", " ").replace("\n", ", ");
  }

  private static String text() {
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
