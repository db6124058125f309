package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.http.StreamException;
import dev.gantry.script.ScriptException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;

/** Whatever a script waits for on a stream, an interrupt of its thread ends it as cancelled. */
@Timeout(120)
class CancelledStreamsTest {
  private static final String TALKS = "'sh', '-c', 'while :; do echo tick; sleep 0.1; done'";

  private static final List<String> SCRIPTS =
      List.of(
          "c.logs(follow: true) { ready.countDown() }",
          "c.logs(follow: true, to: { ready.countDown();"
              + " it.transferTo(OutputStream.nullOutputStream()) })",
          "c.exec(" + TALKS + ") { ready.countDown() }",
          "c.attach { ready.countDown() }",
          "c.stats { ready.countDown() }",
          "docker.events(since: '1m') { ready.countDown() }",
          "ready.countDown(); c.waitFor()",
          "ready.countDown(); docker.run('busybox', " + TALKS + ", name: 'dsl-run')",
          "ready.countDown(); docker.run('busybox', 'sleep', '600', name: 'dsl-still', stopSignal:"
              + " 'KILL')");

  @OnEngines
  void interruptEndsEveryKindOfStreamAsCancelled(TestEngine engine) throws Exception {
    for (String script : SCRIPTS) {
      assertThat(interrupted(engine, script))
          .as(script)
          .isInstanceOf(ScriptException.class)
          .rootCause()
          .matches(CancelledStreamsTest::isCancelled, "cancelled");
    }
  }

  /** Within a closure Groovy's own check can come first. */
  private static boolean isCancelled(Throwable end) {
    return end instanceof InterruptedException
        || (end instanceof StreamException stream && stream.cancelled());
  }

  /** What a script ends with when it is interrupted while it reads. */
  private static Throwable interrupted(TestEngine engine, String script) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    String talking =
        "def c = docker.run('busybox', " + TALKS + ", name: 'dsl-talks', detach: true)\n";
    Thread thread =
        new Thread(
            () ->
                failure.set(
                    catchThrowable(
                        () ->
                            DslScript.at(
                                engine.host(), Map.of("ready", ready), talking + script))));
    thread.start();
    assertThat(ready.await(60, TimeUnit.SECONDS)).as(script).isTrue();
    // One that comes before the call is not meant for it.
    while (thread.isAlive()) {
      thread.interrupt();
      thread.join(500);
    }
    DslScript.run(engine, "null"); // takes away the containers
    return Objects.requireNonNull(failure.get(), "it was not interrupted");
  }
}
