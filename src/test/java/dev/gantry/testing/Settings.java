package dev.gantry.testing;

import dev.gantry.transport.DockerHost;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a run of tests was told about engines: system properties, then the environment. */
final class Settings {
  /** What to name where tests shall do without engines. */
  static final String NO_KIND = "none";

  private static final String DEFAULT_KINDS = "20,28";

  private Settings() {}

  /** {@code GANTRY_TEST_ENGINES}: the kinds to start, separated by commas; or {@link #NO_KIND}. */
  static List<String> kinds() {
    String kinds = setting("GANTRY_TEST_ENGINES").orElse(DEFAULT_KINDS);
    return Arrays.stream(kinds.split(",")).map(String::strip).toList();
  }

  /** {@code GANTRY_TEST_ENGINE}: an engine that runs already and may be used. */
  static Optional<DockerHost> givenEngine() {
    return setting("GANTRY_TEST_ENGINE").map(DockerHost::parse);
  }

  /**
   * {@code GANTRY_TEST_TCP_HOST}: the same engine's TCP port, as {@code scripts/engine exec} says.
   */
  static Optional<DockerHost> givenTcpHost() {
    return setting("GANTRY_TEST_TCP_HOST").map(DockerHost::parse);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
        .filter(value -> !value.isBlank());
  }
}
