package dev.gantry.shell.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.json.Colors;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.RecordingConsole;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private final Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));
  private final RecordingConsole console = new RecordingConsole();
  private final Jobs jobs = new Jobs(session, console, new Cancellation(), new RecordedLines());
  private final EvaluationThread evaluation = new EvaluationThread(session, console, jobs);
  private boolean wanted = true;
  private String hint = "";
  private final StatusLine status =
      new StatusLine(
          evaluation,
          new StatusLine.About(List.of("read-only"), () -> null, Colors.OFF),
          () -> wanted,
          () -> hint);

  @Test
  void whoDoesNotWantItSeesNothing() {
    wanted = false;
    assertThat(status.line().toString()).isEmpty();
  }

  @Test
  void hintComesFirstAndCannotPlayWithTheScreen() {
    hint = "run(image) \u001b[2J";
    assertThat(status.line().toString()).startsWith("run(image) ").doesNotContain("\u001b");
    hint = "";
    assertThat(status.line().toString()).isEqualTo("read-only");
  }

  @Test
  void longAddressLeavesRoomForTheRest() {
    assertThat(EngineFacts.shortened("/var/run/docker.sock")).isEqualTo("/var/run/docker.sock");
    assertThat(EngineFacts.shortened("/run/user/1000/podman/podman.sock"))
        .isEqualTo("…1000/podman/podman.sock");
  }

  @Test
  void jobsAreCountedAndALongEntryIsTimed() {
    session.evaluate("body = { sleep 60000 }; null");
    jobs.start((Closure<?>) session.variables().getVariable("body"));
    assertThat(status.line().toString()).isEqualTo("read-only · 1 job");
    evaluation.run("sleep 1001");
    assertThat(status.line().toString()).startsWith("read-only · 1 job · ").endsWith(" s");
    jobs.end();
    assertThat(status.line().toString()).doesNotContain("job");
  }
}
