package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.Completeness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "println 'x",
        "\"abc",
        "foo(]",
        "a)",
        "}",
        "[1, 2)",
        "def 5x = 1",
        "foo('abc",
        "1 = = 2",
        "class { }",
      })
  void wrongEntryIsAnError(String entry) {
    assertThat(Completeness.of(entry).status()).isEqualTo(Status.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo(",
        "a = {",
        "a = [1,",
        "if (x) {",
        "foo({ a(",
        "foo([ { b(",
        "docker.run('alpine') {",
        "'''abc",
        "\"\"\"abc",
        "foo(\"\"\"abc",
        "foo('''abc",
        "/* a comment",
        "foo( /* a comment",
        "1 +",
        "a ==",
        "a &&",
        "foo \\",
        "if (x) 1 else",
        "class A",
        "class A {",
        "try { 1 }",
        "docker.",
        "docker.ps().",
        "a = b ?",
        "a = b ? 1 :",
        "x =",
        "def f(a) {",
        "switch (x) { case 1:",
        "[a: 1,",
        "list.each { it ->",
        "\"${",
        "while (true)",
        "a |",
        "foo(['''abc",
        "x = \"\"\"a ${[1,",
      })
  void unfinishedEntryIsIncomplete(String entry) {
    assertThat(Completeness.of(entry).status()).isEqualTo(Status.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "return",
        "assert x",
        "def x",
        "println 'it''s'",
        "// don't",
        "x =~ /[(]/",
        "'('",
        "\"${x}\"",
        "'''a\nb'''",
        "foo { it }",
        "if (x) 1",
        "try { 1 } catch (e) { 2 }",
        "import java.time.Instant",
        "class A {}",
        "def (a, b) = [1, 2]",
        "a?.b ?: c",
        "m = [a: 1]",
        "l?[0]",
        "!docker.ping()",
        "/* done */ 1",
      })
  void wholeEntryIsComplete(String entry) {
    assertThat(Completeness.of(entry).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void openBracketsAreCountedAndTheInnermostIsMissing() {
    assertThat(Completeness.of("foo([a: {")).isEqualTo(new Completeness(Status.INCOMPLETE, 3, "}"));
  }

  @Test
  void openTripleQuoteIsMissing() {
    assertThat(Completeness.of("x = '''abc").missing()).isEqualTo("'''");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x = '''abc", "foo(['''abc\ndef", "foo { \"\"\"abc"})
  void linesOfATextAreNotIndented(String entry) {
    assertThat(Completeness.of(entry).openBrackets()).isZero();
    assertThat(Completeness.ofBrackets(entry).openBrackets()).isZero();
  }

  @Test
  void trailingOperatorMissesNoBracket() {
    assertThat(Completeness.of("1 +")).isEqualTo(new Completeness(Status.INCOMPLETE, 0, ""));
  }
}
