package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import org.junit.jupiter.api.Test;

/** What of a session is written as a script. */
class SessionLogTest {
  private final SessionLog log = new SessionLog();
  private int entries;

  @Test
  void importThatWasReplacedIsWrittenInFull() {
    ran("import java.util.ArrayList as L");
    ran("a = new L([1]); m = [L: a.L]");
    ran("import java.util.LinkedList as L; import static java.lang.Math.max as f");
    ran("b = new L(a)");
    ran("x = f(1, 2)");
    ran("import static java.lang.Math.min as f");
    ran("\"${f(3, 4)} ${a.getClass().simpleName} ${b.getClass().simpleName} $x\"");
    assertThat(log.script())
        .contains(
            "a = new java.util.ArrayList([1]); m = [L: a.L]\n", "x = java.lang.Math.max(1, 2)")
        .contains("b = new L(a)\n");
    assertThat(new GroovyShell().evaluate(log.script().replace("a.L", "1")))
        .hasToString("3 ArrayList LinkedList 2");
  }

  @Test
  void resultsAreKeptByBothTheirNames() {
    ran("[1, 2]");
    ran("out[1].size()");
    ran("out[1]");
    assertThat(log.script()).startsWith("Out = out = [:]\nOut[1] = [1, 2]\n");
    assertThat(new GroovyShell().evaluate(log.script())).hasToString("[1, 2]");
  }

  private void ran(String entry) {
    log.ran(++entries, entry, true);
  }
}
