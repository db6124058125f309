package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private final Session session =
      new Session(new ScriptSettings(Map.of("docker", () -> "the engine"), false, status -> {}));

  @Test
  void syntaxErrorShowsTheLineAndACaret() {
    assertThat(failure("x = [1, 2)")).contains("gantry:1:1:10", "\n    x = [1, 2)\n             ^");
  }

  @Test
  void exceptionShowsTheUsersLineAndNoFrameOfOurs() {
    assertThat(failure("a = 1\nthrow new IllegalStateException('broken')"))
        .isEqualTo(
            "IllegalStateException: broken\n  at gantry:1:2\n"
                + "    throw new IllegalStateException('broken')");
  }

  @Test
  void errorInAnEarlierMethodShowsTheLineOfThatEntry() {
    value("def half(n) { n.intdiv(0) }");
    assertThat(failure("half(4)")).contains("gantry:1:1", "def half(n) { n.intdiv(0) }");
  }

  @Test
  void unknownVariableIsMetWithTheNearestName() {
    assertThat(failure("dokcer")).startsWith("no such variable 'dokcer'; did you mean 'docker'?");
  }

  @Test
  void unknownVariableIsMetWithWhatIsElsewhere() {
    session.lookElsewhere(name -> name.startsWith("w") ? "there is a " + name : "");
    value("webs = 1");
    assertThat(failure("web.logs()"))
        .startsWith("no such variable 'web'; there is a web; did you mean 'webs'?\n");
    assertThat(failure("ps")).startsWith("no such variable 'ps'; docker.ps() is what");
    assertThat(failure("1.web")).doesNotContain("there is");
  }

  @Test
  void failedEntryLeavesTheLastResultAndSetsTheError() {
    value("41 + 1");
    Outcome.Failed failed = (Outcome.Failed) session.evaluate("1.intdiv(0)");
    assertThat(failed.error()).isInstanceOf(ArithmeticException.class);
    assertThat(value("[_, _error.class]")).isEqualTo(List.of(42, ArithmeticException.class));
  }

  @Test
  void unresolvedImportIsNotKept() {
    failure("import no.such.Thing");
    assertThat(value("1")).isEqualTo(1);
  }

  @Test
  void grabIsRefused() {
    assertThat(failure("@Grab('a:b:1') import java.util.List")).contains(GrabRefusal.SENTENCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = 1                    | x | 1
          def x = 1                | x | 1
          def x                    | x | null
          int x = 3                | x | 3
          int x                    | x | 0
          boolean x                | x | false
          String x = 5             | x | 5
          final x = 'k'            | x | k
          var x = 2                | x | 2
          def (a, b) = [1, 2]      | [b, a] | [2, 1]
          def (int a, String b) = [1, 2] | [b, a] | [2, 1]
          def x = { n -> n < 2 ? 1 : n * x(n - 1) } | x(5) | 120
          def m(a, b = 2) { a + b } | [m(1), m(1, 1)] | [3, 2]
          def m(n) { n < 2 ? 1 : n * m(n - 1) } | m(5) | 120
          int m(int n) { n + 1 }   | [1].collect { m(it) } | [2]
          class P { int n }        | new P(n: 4).n | 4
          enum E { ONE, TWO }      | E.TWO.ordinal() | 1
          record R(int n) {}       | new R(7).n() | 7
          import java.time.Duration as D | D.ofSeconds(1).toMillis() | 1000
          import java.time.*       | Duration.ofSeconds(1).toMillis() | 1000
          import static java.lang.Math.abs | abs(-3) | 3
          import static java.lang.Math.*   | max(1, 2) | 2
          import groovy.transform.Field; @Field int x = 3 | x | 3
          def (a, *b) = [1, 2, 3]  | [b, a] | [[2, 3], 1]
          int a = 1, b = 2         | [b, a] | [2, 1]
          Map<String, List<Integer>> x = [a: [1]] | x.a | [1]
          int[] x = [1, 2]         | x.class.simpleName | int[]
          Runnable x = () -> { }   | x.run() | null
          def <T> T m(T t) { t }   | m(5) | 5
          trait T { def t() { 't' } } | (new Object() as T).t() | t
          def m(List l) { l.size() < 2 ? l : m(l.tail()) } | m([1, 2, 3]) | [3]
          def m(n) { n + 1 }       | [1, 2].collect(this.&m) | [2, 3]
          @groovy.transform.CompileStatic int m(int n) { n < 2 ? n : m(n - 1) + m(n - 2) } | m(9) | 34
          """)
  void whatAnEntryDeclaresIsSeenByTheNext(String declaration, String use, String expected) {
    session.evaluate(declaration);
    assertThat(String.valueOf(value(use))).isEqualTo(expected);
  }

  @Test
  void declarationIsRunOnce() {
    AtomicInteger runs = new AtomicInteger();
    session.variables().setVariable("runs", runs);
    value("def c = runs.incrementAndGet()");
    value("1 + 1");
    assertThat(value("c")).isEqualTo(1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void declarationInsideABlockStaysLocal() {
    value("if (true) { def inner = 1 }");
    assertThat(failure("inner")).contains("no such variable 'inner'");
  }

  @Test
  void newerDeclarationsTakeThePlaceOfOlderOnes() {
    value("import java.util.Date as D");
    value("import java.sql.Timestamp as D");
    value("def m() { 1 }");
    value("def m() { 2 }");
    value("class P { def n = 1 }");
    value("class P { def n = 2 }");
    assertThat(value("[D.simpleName, m(), new P().n]")).isEqualTo(List.of("Timestamp", 2, 2));
  }

  @Test
  void overloadsOfOtherEntriesStayAndTheirLikeIsReplaced() {
    value("def m(int n) { 'int' }");
    value("def m(String s) { 'text' }");
    value("def m(int n) { 'number' }");
    assertThat(value("[m(1), m('x')]")).isEqualTo(List.of("number", "text"));
    assertThat(failure("m(1, 2)")).startsWith("m does not take (Integer, Integer)");
    assertThat(failure("m([])")).startsWith("these arguments do not tell which 'm' is meant\n");
  }

  @Test
  void methodCallsTheNewestOfThatNameHoweverOldItIs() {
    value("def a() { 1 }; def b() { [0].collect { a() } + a() + later() }");
    value("def a() { 2 }");
    value("def later() { 'x' }");
    assertThat(value("b()")).isEqualTo(List.of(2, 2, "x"));
    assertThat(value("def c(a) { a() }; c { 'local' }")).isEqualTo("local");
  }

  @Test
  void classSeesNoVariableAndTheErrorSaysSo() {
    value("x = 1");
    value("class P { def f() { x } }");
    assertThat(failure("new P().f()")).contains("hand it over");
  }

  @Test
  void classGoesOnWithTheClassesOfItsTime() {
    value("class A { def n = 1 }");
    value("class B { A a = new A() }");
    value("class A { def n = 2 }");
    value("class B { A a = new A(); def m = 3 }");
    assertThat(value("[new B().a.n, new A().n, new B().m]")).isEqualTo(List.of(2, 2, 3));
  }

  @Test
  void classTakesThePlaceOfAnImport() {
    value("import java.sql.Date");
    value("class Date { def mine = 1 }");
    assertThat(value("new Date().mine")).isEqualTo(1);
    value("import java.sql.Date");
    assertThat(value("new Date(0).time")).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 2; y = 3",
        "def x = 2",
        "x++; [1].each { y = it }",
        "docker = 5; x = docker",
        "def m() { 'new' }",
        "class P { def n = 2 }; class Q {}",
        "import java.sql.SQLException; import java.sql.Timestamp as D",
        "binding.removeVariable('x')",
        "x = { throw new Error('deep') }; x()",
      })
  void entryThatFailsChangesNothing(String entry) {
    value("x = 1; def m() { 'old' }");
    value("class P { def n = 1 }");
    value("import java.util.Date as D");
    failure(entry + "; throw new IllegalStateException('no')");
    assertThat(value("[x, m(), docker, new P().n, D.simpleName, _error.class.simpleName]"))
        .asString()
        .matches("\\[1, old, the engine, 1, Date, (IllegalStateException|Error)]");
    assertThat(failure("y")).contains("no such variable");
    assertThat(failure("new Q()")).contains("unable to resolve class Q");
    assertThat(failure("SQLException.name")).contains("no such variable");
  }

  @Test
  void whatAnotherThreadAssignedMeanwhileStays() {
    failure("Thread.start { z = 4 }.join(); throw new Exception()");
    assertThat(value("z")).isEqualTo(4);
  }

  @Test
  void stoppedEntryKeepsWhatItHadByThen() {
    session.variables().setVariable("stop", (Runnable) session::keepWhatIsThere);
    failure("x = 6; stop.run(); throw new InterruptedException()");
    assertThat(value("x")).isEqualTo(6);
  }

  @Test
  void errorInAnElementNamesItsPropertyAndType() {
    assertThat(failure("[1, 2].foo")).startsWith("Integer has no property 'foo'\n");
  }

  @Test
  void lastResultIsNoHintForALetter() {
    assertThat(failure("q")).startsWith("no such variable 'q'\n");
  }

  @Test
  void entryThatOnlyDeclaresAClassHasNoValue() {
    assertThat(value("class P {}")).isNull();
  }

  @Test
  void lastResultsAreKeptAndNothingIsNoResult() {
    value("'first'");
    value("'second'");
    value("null");
    assertThat(value("[_, __, Out[1], out[2]]"))
        .isEqualTo(List.of("second", "first", "first", "second"));
  }

  @Test
  void variableOverTheResultsStaysAndPrintlnHeedsNeither() {
    value("'first'");
    assertThat(value("println 'printed'; printf('%s%n', 1); [1].each { print it }; out[1]"))
        .isEqualTo("first");
    value("out = 'mine'");
    value("'later'");
    assertThat(value("println 'printed'; [out, Out[1]]")).isEqualTo(List.of("mine", "first"));
    assertThat(session.forget("out")).isTrue();
    assertThat(value("out[1]")).isEqualTo("first");
  }

  @Test
  void resetForgetsTheResults() {
    value("'first'");
    session.reset();
    assertThat(value("out[1]")).isNull();
  }

  @Test
  void classesOfOldEntriesAreForgottenAndTheUsersAreKept() {
    value("class P {}");
    for (int i = 0; i < 20; i++) {
      value("[1].collect { it }");
    }
    assertThat(session.loadedClasses()).isEqualTo(1);
  }

  @Test
  void exitIsAnOutcomeEvenInsideACatch() {
    assertThat(session.evaluate("try { exit(3) } catch (Exception e) { 1 }"))
        .isEqualTo(new Outcome.Exit(3));
  }

  @Test
  void exitInAMethodOfAnEarlierEntryIsAnOutcomeToo() throws InterruptedException {
    Thread earlier = new Thread(() -> session.evaluate("def bye() { exit(4) }"));
    earlier.start();
    earlier.join();
    assertThat(session.evaluate("bye()")).isEqualTo(new Outcome.Exit(4));
  }

  @Test
  void shadowedNameComesBackWhenForgotten() {
    value("docker = 5");
    assertThat(session.forget("docker")).isTrue();
    assertThat(value("docker")).isEqualTo("the engine");
  }

  @Test
  void resetForgetsWhatTheUserMade() {
    value("def x = 1; def m() { 2 }");
    session.reset();
    assertThat(failure("x")).contains("no such variable 'x'");
    assertThat(value("docker")).isEqualTo("the engine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "while (true) { x = 1 }",
        "(1..1000000000L).each { it }",
        "sleep 60000",
        "[1].each { sleep(60000) }",
        "Thread.sleep(60000)",
        "def f() { sleep 60000 }; f()",
        "class W { def go() { while (true) {} } }; new W().go()",
      })
  void interruptStopsTheEntry(String entry) throws InterruptedException {
    Session.warmUp();
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread thread = new Thread(() -> outcome.set(session.evaluate(entry)));
    thread.setDaemon(true);
    thread.start();
    Thread.sleep(300);
    assertThat(outcome).hasValue(null);
    thread.interrupt();
    thread.join(2000);
    assertThat(outcome.get()).isInstanceOf(Outcome.Failed.class);
  }

  private @Nullable Object value(String entry) {
    Outcome outcome = session.evaluate(entry);
    assertThat(outcome).isInstanceOf(Outcome.Value.class);
    return ((Outcome.Value) outcome).value();
  }

  private String failure(String entry) {
    Outcome outcome = session.evaluate(entry);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).message();
  }
}
