package dev.gantry.shell.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.json.Colors;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.shell.ShellSettings;
import dev.gantry.shell.commands.NothingOutside;
import dev.gantry.shell.printing.PrintStyle.Format;
import dev.gantry.shell.running.ShellScreen;
import dev.gantry.shell.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is longer than the screen goes to a pager; here one that writes to a file. */
@Timeout(60)
class PagingTest {
  private static final List<Integer> LONG = Collections.nCopies(100, 7);

  @TempDir Path folder;
  private final Settings settings = new Settings();
  private @SuppressWarnings("NullAway.Init") LineDisciplineTerminal terminal;
  private ScreenTerminal screen;
  private Path paged;

  @BeforeEach
  void openTerminal() throws IOException {
    ScreenTerminal.VirtualTerminal virtual =
        ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
    terminal = virtual.terminal();
    screen = virtual.screen();
    paged = folder.resolve("paged");
  }

  @AfterEach
  void closeTerminal() throws IOException {
    terminal.close();
  }

  @Test
  void interruptLeavesThePagerAndTheTerminalIsAsBefore() throws Exception {
    Path pid = folder.resolve("pid");
    Attributes before = terminal.getAttributes();
    Thread printing = new Thread(() -> console("echo $$ > " + pid + "; sleep 300").result(LONG));
    printing.start();
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      Thread.onSpinWait();
    }
    printing.interrupt();
    printing.join();
    long shell = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(shell).ifPresent(it -> it.onExit().join());
    assertThat(terminal.getAttributes()).hasToString(before.toString());
  }

  @Test
  void pagerThatIsLeftEarlyEndsThePrinting() {
    settings.set("fold", "off");
    console("head -1 > " + paged).result(Collections.nCopies(300_000, "some text"));
    assertThat(paged).hasContent("- some text");
  }

  @Test
  void lessTellsItsKeysAndNoneOfThemWritesAFile() {
    assertThat(Pager.less().environment())
        .containsEntry("LESSSECURE", "1")
        .hasEntrySatisfying("LESS", it -> assertThat(it).contains("q\\: leave", "search$"));
  }

  @Test
  void pagerOfThePersonsShowsColoursToo() {
    assumeThat(System.getenv("LESS")).isNull();
    console("echo \"$LESS\" > " + paged).page("text");
    assertThat(paged).hasContent("-RFXK");
  }

  @Test
  void longGoesToThePagerAndShortDoesNot() {
    Console console = console("cat > " + paged);
    console.result(List.of(1, 2));
    assertThat(paged).doesNotExist();
    assertThat(screen.toString()).contains("- 1", "- 2");
    console.result(LONG);
    assertThat(paged).hasContent("- 7\n".repeat(100).strip());
    assertThat(screen.toString()).doesNotContain("- 7");
  }

  @Test
  void lineThatIsBrokenCountsAsSeveral() {
    console("cat > " + paged).result("x".repeat(80 * 23) + "\n");
    assertThat(paged).doesNotExist();
    console("cat > " + paged).result("x".repeat(80 * 23 + 1) + "\n");
    assertThat(paged).exists();
  }

  @Test
  void settingDecidesAndAStreamIsNeverPaged() {
    settings.set("pager", "on");
    console("cat > " + paged).result(LONG.iterator());
    assertThat(paged).doesNotExist();
    console("cat > " + paged).result("short");
    assertThat(paged).hasContent("short");
    settings.set("pager", "off");
    console("cat > " + paged).result(LONG);
    assertThat(paged).hasContent("short");
    console("cat > " + paged).page("asked for");
    assertThat(paged).hasContent("asked for");
  }

  private Console console(String pager) {
    return new TerminalConsole(
        terminal,
        new ShellSettings(
            new ScriptSettings(Map.of(), false, status -> {}),
            Map.of(),
            new ShellSettings.Surface(
                Format.AUTO, Colors.OFF, folder.resolve("history"), Map.of("PAGER", pager)),
            new ShellScreen(),
            new ShellSettings.Around(new NothingOutside(), false),
            new Cancellation()),
        settings,
        new Outlet(this::writer, () -> false, () -> () -> {}));
  }

  /** The terminal stays open. */
  private PrintWriter writer() {
    return new PrintWriter(terminal.writer()) {
      @Override
      public void close() {
        flush();
      }
    };
  }
}
