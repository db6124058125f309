package dev.gantry.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Docker;
import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.commands.CommandCompletion;
import dev.gantry.shell.completion.Live.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveTest {
  private static final long PAST = System.nanoTime();
  private static final Question NAMES = new Question(null, "names");

  private final Docker docker = new PaperEngine().docker;
  private final Live live = new Live(() -> Optional.of(docker));

  private static long soon() {
    return System.nanoTime() + Duration.ofSeconds(30).toNanos();
  }

  @Test
  void engineThatDoesNotAnswerIsNotWaitedForAndAskedOnce() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Live.Reading hanging =
        engine -> {
          asked.incrementAndGet();
          await(never);
          return "late";
        };
    for (int i = 0; i < 50; i++) {
      assertThat(live.ask(NAMES, hanging, PAST)).isEmpty();
    }
    never.countDown();
    assertThat(live.ask(NAMES, hanging, soon())).contains("late");
    assertThat(asked).hasValue(1);
  }

  @Test
  void failureLeavesNothingKnownAndIsNoError() {
    Live.Reading failing =
        engine -> {
          throw new IllegalStateException("gone");
        };
    assertThat(live.ask(NAMES, failing, soon())).isEmpty();
  }

  @Test
  void answerIsKeptForAWhile() {
    AtomicInteger asked = new AtomicInteger();
    Live.Reading counting = engine -> asked.incrementAndGet();
    assertThat(live.ask(NAMES, counting, soon())).contains(1);
    while (live.ask(NAMES, counting, soon()).equals(Optional.of(1))) {
      Thread.onSpinWait();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void threadsDoNotKeepTheProgramFromLeaving() {
    AtomicInteger daemons = new AtomicInteger();
    live.ask(
        NAMES, engine -> Thread.currentThread().isDaemon() ? daemons.incrementAndGet() : 0, soon());
    assertThat(daemons).hasValue(1);
  }

  /** The user's own getters and an engine that hangs are both a matter of the budget. */
  @Test
  void completionAnswersWithoutTheEngine() {
    CountDownLatch never = new CountDownLatch(1);
    ScriptBinding variables =
        new ScriptBinding(
            Map.of(
                "docker",
                () -> {
                  await(never);
                  return docker;
                }));
    JLineCompleter completer =
        new JLineCompleter(
            new Completion(variables, Map.of("docker", Docker.class), new CommandCompletion()),
            () -> false);
    for (String text : new String[] {"docker.containers['", "docker.containers.", "docker.info."}) {
      completer.inTime(new Completion.Request(text, "", List.of()));
    }
    assertThat(never.getCount()).isOne();
    assertThat(completer.whyNothing()).isEqualTo("the engine has not answered yet");
    never.countDown();
    while (!completer.whyNothing().equals("nothing to complete")) {
      completer.inTime(new Completion.Request("docker.zzz", "", List.of()));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
