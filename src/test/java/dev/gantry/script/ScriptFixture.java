package dev.gantry.script;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs scripts with a {@code docker} that counts how often it was made. */
final class ScriptFixture {
  final List<String> made = new ArrayList<>();
  final List<Integer> exits = new ArrayList<>();
  private final ScriptRunner runner =
      new ScriptRunner(new ScriptSettings(Map.of("docker", this::docker), false, exits::add));

  @Nullable Object run(String text, String... args) {
    return runner.run(ScriptSource.expression(text), List.of(args));
  }

  /** Runs a script as the file {@code nightly.groovy} and returns what it fails with. */
  ScriptException failure(String text) {
    return catchThrowableOfType(
        ScriptException.class,
        () -> runner.run(new ScriptSource("jobs/nightly.groovy", text), List.of()));
  }

  private Object docker() {
    made.add("docker");
    return Map.of("version", "28.5.2");
  }
}
