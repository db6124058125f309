package dev.gantry.shell.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.script.Cancellation;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.RecordingConsole;
import groovy.lang.Closure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EvaluationThreadTest {
  private final Cancellation cancellation = new Cancellation();
  private final Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));
  private final RecordingConsole console = new RecordingConsole();
  private final RecordedLines lines = new RecordedLines();
  private final Jobs jobs = new Jobs(session, console, cancellation, lines);
  private final EvaluationThread evaluation = new EvaluationThread(session, console, jobs);

  @BeforeEach
  void warmUp() {
    session.evaluate("started = false; goOn = false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "sleep 60000",
        "Thread.sleep 60000",
        "(1..10000000000L).each { it }",
        "while (true) { try { sleep 50 } catch (InterruptedException e) {"
            + " Thread.currentThread().interrupt() } }",
      })
  void interruptBringsThePromptBackWithinHalfASecond(String entry) throws Exception {
    CompletableFuture<Outcome> outcome = start(entry);
    long asked = System.nanoTime();
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Interrupted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void whatHeedsNoInterruptGoesOnAsAJobAndThePromptIsBack() throws Exception {
    session.variables().setVariable("stubborn", (Runnable) EvaluationThreadTest::spin);
    CompletableFuture<Outcome> outcome = start("stubborn.run(); 'late'");
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.LeftBehind.class);
    assertThat(console.said()).containsExactly("it does not stop at once, and goes on as job 1");
    assertThat(evaluation.isRunning()).isFalse();
    assertThat(evaluation.run("6 * 7")).isEqualTo(new Outcome.Value(42));
    Job job = jobs.find("1");
    assertThat(job.getState()).isEqualTo("stopping");
    assertThat(evaluation.bringBack(job)).isInstanceOf(Outcome.LeftBehind.class);
    job.run().outcome().get(10, TimeUnit.SECONDS);
    assertThat(evaluation.bringBack(job)).isInstanceOf(Outcome.Interrupted.class);
  }

  @Test
  void whatIsLeftGoesOnAsAJobAndKeepsItsResult() throws Exception {
    assertThat(evaluation.leave()).isFalse();
    CompletableFuture<Outcome> outcome = start("while (!goOn) sleep(5); 'done'");
    assertThat(evaluation.leave()).isTrue();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.LeftBehind.class);
    evaluation.run("'another'");
    evaluation.interrupt();
    evaluation.run("goOn = true");
    Job job = jobs.find("1");
    assertThat(job.await(10)).isEqualTo("done");
    assertThat(job.getState()).isEqualTo("done");
    lines.await("1 done after");
    assertThat(evaluation.run("_")).isNotEqualTo(new Outcome.Value("done"));
  }

  @Test
  void onlyConnectionsOfTheRunAreClosed() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    session.variables().setVariable("cancellation", cancellation);
    session.variables().setVariable("closed", closed);
    evaluation.run("cancellation.onCancel { closed << 'over' }");
    Job job = jobs.start(closure("cancellation.onCancel { closed << 'job' }; sleep 60000"));
    CompletableFuture<Outcome> outcome =
        start(
            "Thread.start { cancellation.onCancel { closed << 'mine' } }.join();"
                + " ready = true; sleep 60000");
    while (!session.variables().getVariables().containsKey("ready")) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Interrupted.class);
    assertThat(closed).containsExactly("mine");
    job.cancel();
    assertThat(closed).containsExactly("mine", "job");
    assertThatThrownBy(() -> job.await(10)).hasMessage("job 1 was cancelled");
  }

  @Test
  void threadsOfTheRunAreInterruptedToo() throws Exception {
    CompletableFuture<Outcome> outcome = start("t = Thread.start { while (true) {} }; t.join()");
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Interrupted.class);
    evaluation.run("t.join()");
    assertThat(evaluation.run("t.alive")).isEqualTo(new Outcome.Value(false));
  }

  @Test
  void jobTellsItsErrorAndItsEnd() throws Exception {
    Job job = jobs.start("sums", closure("1.intdiv(0)"));
    assertThatThrownBy(() -> job.await(10)).hasMessageContaining("job 1 failed: Arithmetic");
    assertThat(job.getError()).isInstanceOf(ArithmeticException.class);
    assertThat(job.getState()).isEqualTo("failed");
    lines.await("1 failed after");
    Job slow = jobs.start(closure("sleep 60000"));
    assertThatThrownBy(() -> slow.await(0.01)).hasMessage("job 2 still runs after 0.01 s");
    assertThat(jobs.running()).containsExactly(slow);
    jobs.end();
    assertThat(jobs.running()).isEmpty();
  }

  @Test
  void interruptWhileNothingRunsDoesNotStopTheNextEntry() {
    evaluation.interrupt();
    assertThat(evaluation.run("1")).isEqualTo(new Outcome.Value(1));
    evaluation.interrupt();
    assertThat(evaluation.run("2")).isEqualTo(new Outcome.Value(2));
  }

  @Test
  void variablesSurviveAnInterrupt() throws Exception {
    CompletableFuture<Outcome> outcome = start("kept = 7; while (true) {}");
    evaluation.interrupt();
    outcome.get(5, TimeUnit.SECONDS);
    assertThat(evaluation.run("kept")).isEqualTo(new Outcome.Value(7));
  }

  private Closure<?> closure(String body) {
    Outcome made = session.evaluate("({ " + body + " })");
    return (Closure<?>) Objects.requireNonNull(((Outcome.Value) made).value());
  }

  private CompletableFuture<Outcome> start(String entry) throws InterruptedException {
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(() -> evaluation.run("started = true; " + entry));
    while (!Boolean.TRUE.equals(session.variables().getVariables().get("started"))) {
      Thread.sleep(5);
    }
    Thread.sleep(50);
    return outcome;
  }

  /** Takes no notice of interrupts, and ends by itself so that the test leaves nothing behind. */
  private static void spin() {
    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
