package dev.gantry.shell.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.json.Colors;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.shell.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal that cannot move its cursor, such as the shell of Emacs. */
@Timeout(60)
class DumbTerminalTest {
  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final AtomicReference<Runnable> news = new AtomicReference<>();

  /** The terminal has shown what was typed, and what stands below has no place there. */
  @Test
  void newsFromTheEngineDrawTheEntryNoSecondTime() throws Exception {
    try (Terminal terminal =
        new DumbTerminal("dumb", "dumb", new PipedInputStream(keys), screen, UTF_8)) {
      Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));
      Reading reading = new Reading(terminal, session, new Settings(), Colors.OFF, Map.of());
      JLineLineSource lines =
          new JLineLineSource(reading, (reader, line, candidates) -> {}, entry -> false);
      lines.showBelow(new Below());
      CompletableFuture<Input> entry = CompletableFuture.supplyAsync(lines::next);
      type("1 + 1");
      while (!lines.reader().getBuffer().toString().equals("1 + 1")) {
        Thread.sleep(10);
      }
      Objects.requireNonNull(news.get()).run();
      type("\n");
      assertThat(entry.get()).isEqualTo(new Input.Entry("1 + 1"));
    }
    assertThat(screen.toString(UTF_8)).startsWith("gantry:1>").doesNotContain("1 + 1");
  }

  private void type(String text) throws Exception {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  private final class Below implements BelowEntry {
    @Override
    public void begins(Runnable changed) {
      news.set(changed);
    }

    @Override
    public void ends() {}

    @Override
    public AttributedString line() {
      return new AttributedString("engine");
    }
  }
}
