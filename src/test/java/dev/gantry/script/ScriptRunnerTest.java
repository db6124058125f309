package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
  private final ScriptFixture fixture = new ScriptFixture();

  @Test
  void classWithoutMainHasNothingToRun() {
    ScriptException failure = fixture.failure("class Job {}");
    assertThat(failure)
        .hasMessageStartingWith(
            "nothing to run: class Job has no main method, and the script no statements");
  }

  @Test
  void valueOfTheLastStatementIsReturned() {
    assertThat(fixture.run("def x = 20\nx + 1")).isEqualTo(21);
  }

  @Test
  void firstLineMayNameTheInterpreter() {
    assertThat(fixture.run("#!/usr/bin/env gantry\n1 + 1")).isEqualTo(2);
  }

  @Test
  void argumentsAreAnArray() {
    assertThat(fixture.run("[args[0], args.size(), args.toList()]", "a", "b"))
        .isEqualTo(List.of("a", 2, List.of("a", "b")));
  }

  @Test
  void dockerIsNotMadeForScriptThatDoesNotUseIt() {
    fixture.run("1 + 1");
    assertThat(fixture.made).isEmpty();
  }

  @Test
  void dockerIsMadeOnceOnItsFirstUse() {
    assertThat(fixture.run("docker.version + docker.version")).isEqualTo("28.5.228.5.2");
    assertThat(fixture.made).containsExactly("docker");
  }

  @Test
  void scriptMayUseTheNameForSomethingElse() {
    assertThat(fixture.run("docker = 5\ndocker")).isEqualTo(5);
    assertThat(fixture.made).isEmpty();
  }

  @Test
  void fileNamedLikeAnObjectStillSeesTheObject() {
    ScriptRunner runner =
        new ScriptRunner(new ScriptSettings(Map.of("docker", () -> "the object"), false, n -> {}));
    assertThat(runner.run(new ScriptSource("docker.groovy", "docker"), List.of()))
        .isEqualTo("the object");
  }

  @Test
  void exitGetsPastCatchAndThroughFinally() {
    ScriptExit exit =
        catchThrowableOfType(
            ScriptExit.class,
            () ->
                fixture.run(
                    """
                    try { [1].each { exit(7) } }
                    catch (Exception e) { return 'caught' }
                    finally { docker }
                    """));
    assertThat(exit.status()).isEqualTo(7);
    assertThat(fixture.made).hasSize(1);
  }

  @Test
  void exitInAnotherThreadEndsTheProcess() {
    fixture.run(
        "def t = new Thread({ try { exit(9) } catch (Throwable e) {} }); t.start(); t.join()");
    assertThat(fixture.exits).containsExactly(9);
  }

  @Test
  void exitStatusThatNoProcessCanHaveIsRefused() {
    assertThatThrownBy(() -> fixture.run("exit 256"))
        .hasCauseInstanceOf(UsageException.class)
        .hasMessageStartingWith("an exit status is 0 to 255, not 256");
  }

  @Test
  void everyFormOfMainIsStarted() {
    assertThat(fixture.run("class A { static Object main(String[] args) { args[0] } }", "x"))
        .isEqualTo("x");
    assertThat(fixture.run("def main() { 'instance' }")).isEqualTo("instance");
  }

  @Test
  void interruptStopsLoop() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> fixture.run("while (true) { 1 }"))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
