package dev.gantry.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.json.Colors;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.shell.commands.NothingOutside;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.running.ShellScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell on a terminal with a screen to look at. */
@Timeout(60)
class InteractiveShellTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  /**
   * The empty prompt at the end of the screen: whatever was typed before is done with. A slow
   * machine has below it how long that took.
   */
  private static final String READY = "(?s).*gantry:\\d+>\\s*(?:[\\d.]+ s\\s*)?";

  @TempDir Path home;
  private @SuppressWarnings("NullAway.Init") LineDisciplineTerminal terminal;
  private ScreenTerminal screen;
  private Path history;

  @BeforeEach
  void openTerminal() throws IOException {
    ScreenTerminal.VirtualTerminal virtual =
        ScreenTerminal.withTerminal("test", "xterm-256color", 80, 24);
    terminal = virtual.terminal();
    screen = virtual.screen();
    history = home.resolve("state/gantry/history");
  }

  @AfterEach
  void closeTerminal() throws IOException {
    terminal.close();
  }

  @Test
  void damagedHistoryIsPutAsideAndThePromptComes() throws Exception {
    Files.createDirectories(history.getParent());
    Files.write(history, new byte[] {'x', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
    CompletableFuture<Integer> shell = start();
    type("1 + 1\r");
    waitFor("2");
    leave(shell);
    assertThat(screen()).contains("parts of the history were unreadable");
    assertThat(history.resolveSibling("history.bad")).exists();
    assertThat(Files.readString(history)).contains(":1 + 1");
  }

  @Test
  void historyThatCannotBeKeptDoesNotStopTheShell() throws Exception {
    Files.writeString(home.resolve("state"), "a file where the folder should be");
    CompletableFuture<Integer> shell = start();
    type("40 + 2\r");
    waitFor("42");
    leave(shell);
    assertThat(screen()).contains("what you type is not kept: cannot use");
  }

  @Test
  void firstStartTeachesAndTheSecondDoesNot() throws Exception {
    leave(start());
    assertThat(screen()).contains("docker is the engine").contains("/tour shows you around");
    closeTerminal();
    openTerminal();
    leave(start());
    assertThat(screen()).doesNotContain("Welcome");
  }

  @Test
  void controlDLeavesWithZeroAndExitWithItsStatus() throws Exception {
    assertThat(leave(start())).isZero();
    closeTerminal();
    openTerminal();
    CompletableFuture<Integer> shell = start();
    type("exit(3)\r");
    assertThat(shell.get(60, TimeUnit.SECONDS)).isEqualTo(3);
  }

  @Test
  void openBracketContinuesAndThePromptSaysWhatIsMissing() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("[1,\r");
    waitFor("]>");
    type("2].sum() // don't\r");
    waitFor("\n3");
    leave(shell);
  }

  @Test
  void controlCDropsAnUnfinishedEntryAndStopsARunningOne() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("x = [1,\r");
    waitFor("]>");
    type(CTRL_C);
    waitUntil(() -> screen().matches(READY));
    type("while (true) {}\r");
    Thread.sleep(1500); // until the entry surely runs
    type(CTRL_C);
    waitUntil(
        () -> screen().contains("interrupted after") || screen().contains("not stop at once"));
    type("'alive'\r");
    waitFor("\nalive");
    leave(shell);
  }

  @Test
  void upBringsBackAWholeEntryOfSeveralLines() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("[7,\r8].max()\r");
    waitFor("\n8");
    type(KeyMap.key(terminal, Capability.key_up));
    waitUntil(() -> screen().split("8\\]\\.max", -1).length == 3);
    type(CTRL_C);
    leave(shell);
  }

  @Test
  void pastedScriptIsOneEntry() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("\u001b[200~def twice(n) {\n  n * 2\n}\n\ntwice(21)\u001b[201~");
    waitFor("twice(21)");
    type("\r");
    waitFor("\n42");
    leave(shell);
    assertThat(Files.readAllLines(history)).hasSize(1);
  }

  @Test
  void tabCompletesTheMemberOfAnObject() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("engine.cont");
    waitUntil(() -> pressTabAndLook("engine.containers"));
    type(CTRL_C);
    leave(shell);
  }

  @Test
  void resultThatCannotBeShownIsAnErrorAndTheShellGoesOn() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("class Odd { String toString() { throw new Error('no text') } }; new Odd()\r");
    waitFor("cannot show the Odd: no text");
    type("[[a: 1, b: 2], [a: 3, b: 4]]\r");
    waitUntil(() -> screen().matches("(?s).*\\n1 +2 *\\n3 +4 *\\n.*"));
    leave(shell);
  }

  @Test
  void backslashesReachGroovy() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("' a\\tb!' + ('a1' =~ /\\d/).find()\r");
    waitFor("b!true");
    leave(shell);
  }

  @Test
  void historyIsTheOwnersAloneAndHoldsNoSecrets() throws Exception {
    CompletableFuture<Integer> shell = start();
    type("'plain'\r");
    waitFor("\nplain");
    type("password = 'hunter' + 2\r");
    waitFor("\nhunter2");
    type(" 'hidden'\r");
    waitFor("\nhidden");
    leave(shell);
    assertThat(Files.readString(history)).contains("plain").doesNotContain("hunter", "hidden");
    assertThat(permissions(history)).isEqualTo("rw-------");
    assertThat(permissions(home.resolve("state/gantry"))).isEqualTo("rwx------");
  }

  @Test
  void settingsAndStartUpFileCountAndTheirMistakesDoNotKeepThePromptAway() throws Exception {
    Path config = Files.createDirectories(home.resolve(".config/gantry"));
    Files.writeString(
        config.resolve("config.toml"), "pagr = 'off'\n[aliases]\ndouble = '21 * 2'\nset = '1'\n");
    Files.writeString(config.resolve("init.groovy"), "def fine() { 1 }\nx = [1, 2\n");
    CompletableFuture<Integer> shell = start();
    // The place of the folder decides where the lines are broken.
    assertThat(screen().replaceAll("\\s+", ""))
        .contains("config.toml:1:nosetting'pagr';didyoumean'pager'?")
        .contains("thealias'set'ishiddenbythecommand/set")
        .contains("init.groovy:2:10:", "x=[1,2^");
    type("/double\r");
    waitFor("\n42");
    leave(shell);
  }

  @Test
  void startUpFileDefinesWhatTheSessionUses() throws Exception {
    Path config = Files.createDirectories(home.resolve(".config/gantry"));
    Files.writeString(
        config.resolve("init.groovy"),
        """
        import java.util.concurrent.TimeUnit as T
        def twice(n) { n * 2 }
        base = 20
        println 'hello'
        """);
    CompletableFuture<Integer> shell = start();
    type("twice(base + 1) + T.DAYS.name()\r");
    waitFor("42DAYS");
    leave(shell);
  }

  @Test
  void startUpFileMayLeave() throws Exception {
    Path config = Files.createDirectories(home.resolve(".config/gantry"));
    Files.writeString(config.resolve("init.groovy"), "exit(7)");
    assertThat(started().get(60, TimeUnit.SECONDS)).isEqualTo(7);
  }

  private CompletableFuture<Integer> start() {
    CompletableFuture<Integer> shell = started();
    waitUntil(() -> screen().matches(READY));
    return shell;
  }

  private CompletableFuture<Integer> started() {
    ScriptSettings script = new ScriptSettings(Map.of("engine", Engine::new), false, exit -> {});
    ShellSettings settings =
        new ShellSettings(
            script,
            Map.of("engine", Engine.class),
            new ShellSettings.Surface(
                PrintStyle.Format.AUTO, Colors.OFF, history, Map.of("HOME", home.toString())),
            new ShellScreen(),
            new ShellSettings.Around(new NothingOutside(), true),
            new Cancellation());
    SessionStart start = new SessionStart(script);
    return CompletableFuture.supplyAsync(() -> InteractiveShell.run(terminal, settings, start));
  }

  /** Leaves once the prompt is back. */
  private int leave(CompletableFuture<Integer> shell) throws Exception {
    waitUntil(() -> screen().matches(READY));
    type(CTRL_D);
    return shell.get(60, TimeUnit.SECONDS);
  }

  private void type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  /** The first Tab may find classes still being loaded, and then gives nothing rather than wait. */
  private boolean pressTabAndLook(String text) {
    try {
      type("\t");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < 25 && !screen().contains(text); i++) {
      sleep();
    }
    return screen().contains(text);
  }

  private void waitFor(String text) {
    waitUntil(() -> screen().contains(text));
  }

  private void waitUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time, on this screen:%n%s", screen()).isLessThan(end);
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String screen() {
    return screen.toString();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Something to complete. */
  public static final class Engine {
    public String getContainers() {
      return "none";
    }
  }
}
