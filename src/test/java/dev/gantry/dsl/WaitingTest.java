package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-w', detach: true, stopTimeout: 0)
      """;

  @OnEngines
  void timeThatIsOverSaysWhatTheStateIs(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.waitFor(timeout: 1)"))
        .isEqualTo("container dsl-w did not end within 1 s: it is running");
    assertThat(
            failure(
                engine,
                SLEEPER + "docker.ps(filters: [name: 'dsl-w'])[0].waitFor('exited', timeout: 1)"))
        .isEqualTo("container dsl-w did not become exited within 1 s: it is running");
    assertThat(failure(engine, SLEEPER + "c.waitFor('removed', timeout: '1s')"))
        .isEqualTo("container dsl-w did not go away within 1 s: it is running");
  }

  @OnEngines
  void unknownStateNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.waitFor('runing')"))
        .startsWith("unknown state 'runing' for waitFor; did you mean 'running'?");
    assertThat(failure(engine, SLEEPER + "c.waitFor('running', timout: 1)"))
        .isEqualTo("unknown option 'timout' for waitFor; did you mean 'timeout'?");
  }

  @OnEngines
  void stateThatCannotComeIsNotWaitedFor(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.waitFor('healthy')"))
        .isEqualTo("container dsl-w has no health check, so it never becomes healthy");
    assertThat(failure(engine, SLEEPER + "c.reload().waitFor('created')"))
        .isEqualTo("container dsl-w was started before (it is running) and is never created again");
    assertThat(failure(engine, SLEEPER + "c.stop().waitFor('paused')"))
        .matches("container dsl-w has ended \\(exit status \\d+\\) and does not become paused");
  }

  @OnEngines
  void containerThatIsGoneIsNotFound(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.remove(force: true); c.waitFor()"))
        .contains("No such container", "(404 on POST /containers/");
    assertThat(failure(engine, SLEEPER + "c.remove(force: true); c.waitFor('running')"))
        .contains("No such container", "(404 on GET /containers/");
  }

  @OnEngines
  void endGivesTheExitStatus(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'sleep 0.3; exit 6', name: 'dsl-e',
                  detach: true)
                [c.waitFor(timeout: 30), c.waitFor(), c.status, c.waitFor('exited').exitCode]
                """))
        .isEqualTo(List.of(6, 6, "exited", 6));
  }

  @OnEngines
  void exitStatusIsKnownOfAContainerThatRemovesItself(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.run('busybox', 'sh', '-c', 'sleep 0.5; exit 6', name: 'dsl-e', detach: true,
                  rm: true).waitFor(timeout: 30)
                """))
        .isEqualTo(6);
  }

  @OnEngines
  void healthIsWaitedFor(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'sleep 1; touch /well; sleep 60',
                  name: 'dsl-h', detach: true, stopTimeout: 0, healthCmd: 'test -e /well',
                  healthInterval: '500ms', healthRetries: 20)
                def before = c.health
                [before, c.waitFor('healthy', timeout: 30).health]
                """))
        .isEqualTo(List.of("starting", "healthy"));
  }

  @OnEngines
  void healthThatDoesNotComeSaysHowItIs(TestEngine engine) {
    String sick =
        """
        def c = docker.run('busybox', 'sleep', '60', name: 'dsl-h', detach: true, stopTimeout: 0,
          healthCmd: 'false', healthInterval: '200ms', healthRetries: 2)
        """;
    assertThat(failure(engine, sick + "c.waitFor('healthy', timeout: 2)"))
        .isEqualTo("container dsl-h did not become healthy within 2 s: it is running, unhealthy");
    assertThat(failure(engine, sick + "c.stop(); c.waitFor('healthy', timeout: 2)"))
        .contains("has ended (exit status ", "does not become healthy");
  }

  @OnEngines
  void statesAreWaitedFor(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def same = docker.containers['dsl-w']
                    Thread.start { sleep 300; same.pause(); sleep 300; same.unpause(); same.remove(force: true) }
                    [c.waitFor('paused', timeout: 30).class.simpleName,
                      c.waitFor('removed', timeout: 30).class.simpleName]
                    """))
        .isEqualTo(List.of("Container", "Container"));
  }
}
