package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Errors point at the word of the user's line that they are about. */
class CaretTest {
  private final Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));

  @Test
  void unknownNameIsPointedAt() {
    assertThat(message("def a = 1\n  a + nonesuch"))
        .isEqualTo(
            """
            no such variable 'nonesuch'
              at gantry:1:2
                a + nonesuch
                    ^\
            """);
    assertThat(message("'x'.nonesuch()")).endsWith("    'x'.nonesuch()\n        ^");
  }

  @Test
  void wordThatStandsThereTwiceIsNot() {
    assertThat(message("'nonesuch'.nonesuch()")).endsWith("    'nonesuch'.nonesuch()");
  }

  @Test
  void whatDoesNotCompileIsPointedAt() {
    assertThat(message("int x = = 2"))
        .contains("gantry:1:1:9: ")
        .endsWith("int x = = 2\n            ^");
  }

  private String message(String entry) {
    return ((Outcome.Failed) session.evaluate(entry)).message();
  }
}
