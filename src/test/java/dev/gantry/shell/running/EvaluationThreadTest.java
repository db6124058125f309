package dev.gantry.shell.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.Cancellation;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.RecordingConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
  private final EvaluationThread evaluation = new EvaluationThread(session, cancellation, console);

  @BeforeEach
  void warmUp() {
    session.evaluate("started = false");
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
  void readThatHeedsNoInterruptIsEndedByWhatItRegistered() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
        Cancellation.Registration registration = cancellation.onCancel(() -> close(socket))) {
      assertThat(registration).isNotNull();
      session.variables().setVariable("socket", socket);
      CompletableFuture<Outcome> outcome = start("socket.inputStream.read()");
      evaluation.interrupt();
      assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Interrupted.class);
    }
  }

  @Test
  void secondInterruptLeavesTheEntryBehindAndTheNextOneRuns() throws Exception {
    session.variables().setVariable("stubborn", (Runnable) EvaluationThreadTest::spin);
    CompletableFuture<Outcome> outcome = start("stubborn.run()");
    evaluation.interrupt();
    assertThat(evaluation.isRunning()).isTrue();
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.LeftBehind.class);
    assertThat(evaluation.run("6 * 7")).isEqualTo(new Outcome.Value(42));
  }

  @Test
  void entryThatDoesNotStopIsSaidToGoOn() throws Exception {
    session.variables().setVariable("stubborn", (Runnable) EvaluationThreadTest::spin);
    CompletableFuture<Outcome> outcome = start("stubborn.run()");
    evaluation.interrupt();
    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Interrupted.class);
    assertThat(console.said()).containsExactly("it does not stop; Ctrl-C twice leaves it behind");
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

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
