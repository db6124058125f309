package dev.gantry.shell.printing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StacksTest {
  private final Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));

  @Test
  void onlyWhatTheUserWroteAndOurOwnIsShownWithAllCauses() {
    session.evaluate("def inner() {\n  throw new IllegalStateException('deep')\n}");
    String stack = stack("\ntry { inner() } catch (e) { throw new RuntimeException('outer', e) }");
    assertThat(stack)
        .isEqualTo(
            """
            java.lang.RuntimeException: outer
              at gantry:2:2
            caused by java.lang.IllegalStateException: deep
              at gantry:1:2
              at gantry:2:2\
            """);
  }

  @Test
  void ourOwnMethodsAreNamed() {
    assertThat(stack("[a: 1].table()"))
        .startsWith("dev.gantry.UsageException: a table is made of a list of maps")
        .contains("at dev.gantry.dsl.Tables.rows(Tables.java:")
        .endsWith("at gantry:1:1")
        .doesNotContain("org.codehaus", "java.base", "dev.gantry.script");
  }

  @Test
  void causesInACircleEnd() {
    Exception first = new Exception("first");
    first.initCause(new Exception("second", first));
    assertThat(Stacks.of(first)).containsOnlyOnce("java.lang.Exception: first");
  }

  private String stack(String entry) {
    return Stacks.of(((Outcome.Failed) session.evaluate(entry)).error());
  }
}
