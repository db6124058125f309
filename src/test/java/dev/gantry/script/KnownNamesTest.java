package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
  private boolean made;
  private final Session session =
      new Session(new ScriptSettings(Map.of("docker", () -> made = true), false, status -> {}));

  @Test
  void everythingIsKnownUntilTheMethodsAre() {
    assertThat(session.names().knows("zebra")).isTrue();
  }

  @Test
  void namesOfNothingAreUnknown() {
    session.names().load();
    assertThat(new String[] {"zebra", "Zebra", "Inst", "pritln"}).noneMatch(session.names()::knows);
  }

  @Test
  void whatAScriptHasIsKnownAndNothingIsMade() {
    session.names().load();
    assertThat(
            new String[] {
              "docker", "println", "sleep", "exit", "List", "BigDecimal", "File", "binding"
            })
        .allMatch(session.names()::knows);
    assertThat(made).isFalse();
  }

  @Test
  void whatTheUserDefinedIsKnownUntilItIsForgotten() {
    session.names().load();
    String[] defined = {"x", "twice", "Point", "Instant", "T", "AtomicLong", "max"};
    assertThat(defined).noneMatch(session.names()::knows);
    for (String entry :
        new String[] {
          "def x = 1",
          "def twice(n) { n * 2 }",
          "class Point { int x }",
          "import java.time.Instant",
          "import java.time.Duration as T",
          "import java.util.concurrent.atomic.*",
          "import static java.lang.Math.*"
        }) {
      session.evaluate(entry);
    }
    assertThat(defined).allMatch(session.names()::knows);
    session.reset();
    assertThat(defined).noneMatch(session.names()::knows);
  }

  @Test
  void textOfAnEntryIsFoundByItsNumber() {
    session.evaluate("1 +\n1");
    assertThat(session.text(1)).hasValue("1 +\n1");
    assertThat(session.text(2)).isEmpty();
  }
}
