package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.script.ScriptException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * What a script sees of an engine that crashes while it reads: an error, never an end, and nothing
 * that hangs. The engine is one of the test's own.
 */
@Timeout(120)
class LostEngineTest {
  private static final String TALKS = "'sh', '-c', 'while :; do echo tick; sleep 0.1; done'";

  /**
   * A connection that was taken over for exec has no end but its closing, so there the error comes
   * with the question for the exit status.
   */
  private static final String LOST =
      "lost the connection after|closed without an answer|nobody listens on this socket";

  private static final List<String> SCRIPTS =
      List.of(
          "docker.containers.web.logs(follow: true) { ready.countDown() }",
          "docker.containers.web.exec(" + TALKS + ") { ready.countDown() }",
          "docker.run('busybox', 'sh', '-c', 'while :; do sleep 1; done')",
          "docker.containers.web.waitFor()",
          "docker.containers.web.waitFor(timeout: 100)",
          "docker.events { }");

  @OnEngines
  void engineThatCrashesIsAnErrorOfWhateverReadsFromIt(TestEngine like) throws Exception {
    CountDownLatch ready = new CountDownLatch(2);
    try (PrivateEngine engine = PrivateEngine.start(like.kind(), "--image")) {
      DslScript.at(
          engine.host(), "docker.run('busybox', " + TALKS + ", name: 'web', detach: true)");
      List<CompletableFuture<Throwable>> errors =
          SCRIPTS.stream()
              .map(
                  script ->
                      CompletableFuture.supplyAsync(
                          () ->
                              catchThrowable(
                                  () ->
                                      DslScript.at(engine.host(), Map.of("ready", ready), script)),
                          task -> new Thread(task).start()))
              .toList();
      assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
      DslScript.at(engine.host(), "while (docker.ps().size() < 2) { sleep 50 }");

      engine.kill();

      for (int i = 0; i < errors.size(); i++) {
        assertThat(errors.get(i).get(20, TimeUnit.SECONDS))
            .as(SCRIPTS.get(i))
            .isInstanceOf(ScriptException.class)
            .hasMessageMatching("(?s).*(" + LOST + ").*")
            .hasMessageContaining(engine.host().toString())
            .hasMessageContaining("at -e:1");
      }
    }
  }
}
