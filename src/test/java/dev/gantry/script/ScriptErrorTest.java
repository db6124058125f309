package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences, exactly as a person reads them. */
class ScriptErrorTest {
  private final ScriptFixture fixture = new ScriptFixture();

  @Test
  void syntaxErrorShowsPlaceAndLineAndCaret() {
    assertThat(fixture.failure("def a = 1\n  println (a +\nprintln a\n"))
        .hasMessage(
            """
            jobs/nightly.groovy:3:10: Missing ')'
                println a
                         ^""");
  }

  @Test
  void unknownClassShowsItsPlace() {
    assertThat(fixture.failure("import foo.Bar\nnew Bar()"))
        .hasMessage(
            """
            jobs/nightly.groovy:1:8: unable to resolve class foo.Bar
                import foo.Bar
                       ^""");
  }

  @Test
  void exceptionNamesItsTypeAndTheInnermostLineOfTheScript() {
    ScriptException failure =
        fixture.failure("def go() {\n  [1].each { throw new IOException('disk full') }\n}\ngo()");
    assertThat(failure)
        .hasMessage(
            """
            IOException: disk full
              at jobs/nightly.groovy:2
                [1].each { throw new IOException('disk full') }""");
    assertThat(failure.file()).isEqualTo("jobs/nightly.groovy");
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.reason()).isEqualTo("IOException: disk full");
  }

  @Test
  void ownExceptionSpeaksForItself() {
    assertThat(fixture.failure("throw new dev.gantry.UsageException('no such container: web')"))
        .hasMessageStartingWith("no such container: web\n  at jobs/nightly.groovy:1\n");
  }

  @Test
  void failedAssertionShowsTheValues() {
    assertThat(fixture.failure("def x = 3\nassert x == 4"))
        .hasMessage(
            """
            assertion failed
              at jobs/nightly.groovy:2
                assert x == 4
                       | |
                       3 false""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dokcer.ps()           | no such variable 'dokcer'; did you mean 'docker'?",
        "prinltn 'x'           | no such method 'prinltn'; did you mean 'println'?",
        "'x'.toUperCase()      | no such method 'String.toUperCase'; did you mean 'toUpperCase'?",
        "'x'.substring('a', 1) | String.substring does not take (String, Integer)",
        "new Date().tme        | Date has no property 'tme'; did you mean 'time'?",
        "null.foo()            | NullPointerException: Cannot invoke method foo() on null object",
      })
  void wrongNameGetsOneSentence(String script, String sentence) {
    assertThat(fixture.failure(script).reason()).isEqualTo(sentence);
  }

  @Test
  void grabIsRefusedUnlessAllowed() {
    assertThat(fixture.failure("@Grab('a:b:1')\nimport a.B\nnew B()"))
        .hasMessage(
            """
            jobs/nightly.groovy:1:1: @Grab downloads libraries and is off; run gantry with --grab
                @Grab('a:b:1')
                ^""");
  }
}
