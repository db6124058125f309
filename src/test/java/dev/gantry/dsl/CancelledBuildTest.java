package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** A build that is interrupted ends here, and on the engine. */
@Timeout(180)
class CancelledBuildTest {
  private static final String TALKS = "while :; do echo tick; sleep 0.1; done # dsl-cancelled";

  @OnEngines
  void interruptEndsTheBuildOnTheEngineAsWell(TestEngine engine) throws Exception {
    for (boolean buildkit : List.of(false, true)) {
      assertThat(interrupted(engine, buildkit)).as("BuildKit: " + buildkit).isNotNull();
      assertThat(
              DslScript.run(
                  engine,
                  """
                  def running = { docker.ps().any { it.attrs.Command.contains('dsl-cancelled') } ||
                    docker.buildCache.list().any { it.InUse && it.Description.contains('dsl-cancelled') } }
                  def end = System.nanoTime() + 60_000_000_000
                  while (running() && System.nanoTime() < end) sleep(100)
                  running()
                  """))
          .as("BuildKit: " + buildkit)
          .isEqualTo(false);
    }
  }

  /** What a build ends with that is interrupted while a step of it runs. */
  private static @Nullable Throwable interrupted(TestEngine engine, boolean buildkit)
      throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    String build =
        """
        docker.images.build(dockerfile: 'FROM busybox\\nRUN %s', noCache: true, buildkit: %s) {
          if (it.stream?.contains('tick') || it.aux?.logs) ready.countDown()
        }
        """
            .formatted(TALKS, buildkit);
    Thread thread =
        new Thread(
            () ->
                failure.set(
                    catchThrowable(
                        () -> DslScript.at(engine.host(), Map.of("ready", ready), build))));
    thread.start();
    assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
    while (thread.isAlive()) {
      thread.interrupt();
      thread.join(500);
    }
    return failure.get();
  }
}
