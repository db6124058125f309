package dev.gantry.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.script.Session;
import dev.gantry.shell.commands.NothingOutside;
import dev.gantry.shell.printing.RecordingConsole;
import dev.gantry.shell.reading.Input;
import dev.gantry.shell.reading.LineSource;
import dev.gantry.shell.running.EvaluationThread;
import dev.gantry.shell.running.Jobs;
import dev.gantry.shell.running.RecordedLines;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of the shell do, without a terminal or an engine. */
class CommandsTest {
  private final RecordingConsole console = new RecordingConsole();
  private final List<String> said = console.said();
  @TempDir Path folder;

  @Test
  void commandsSayHowTheyAreTyped() {
    run(
        "/load",
        "/load a b",
        "/run",
        "/save",
        "/save a b",
        "/set --save pager",
        "/load none.groovy");
    assertThat(said.subList(0, 6)).allMatch(line -> line.matches("error: /\\w+.* takes a .*"));
    assertThat(said.get(6)).isEqualTo("error: no script file 'none.groovy'");
  }

  @Test
  void beginningOfANameWillDoWhereItIsOne() {
    run("/va", "/s", "/loda");
    assertThat(said.get(0)).startsWith("nothing yet");
    assertThat(said.get(1)).isEqualTo("error: /s is short for /set or /save");
    assertThat(said.get(2)).isEqualTo("error: unknown command /loda; did you mean /load?");
  }

  @Test
  void varsAreATableWithoutSecretsAndWithoutCallingAnything() {
    run(
        "name = 'x' * 100; m = [a: 1]; password = 'hunter2'; def twice(n) { n * 2 }",
        "class Odd { String toString() { throw new Error('called') } }",
        "odd = new Odd(); c = { 1 }; n = null",
        "/vars");
    assertThat(said.get(said.size() - 1))
        .contains(
            "name", "String", "xxx…", "m ", "LinkedHashMap", "1 key", "***", "twice", "method")
        .contains("odd", "Odd", "closure", "null")
        .doesNotContain("hunter2", "Out", "_error");
  }

  @Test
  void importsAreListed() {
    run("/imports", "import java.sql.Timestamp as T; import static java.lang.Math.*", "/imports");
    assertThat(said.get(0)).startsWith("none");
    assertThat(said.get(1)).contains("import java.sql.Timestamp as T", "static java.lang.Math.*");
  }

  @Test
  void settingsAreShownChosenAndKept() throws IOException {
    run("/set suggest maybe", "/set sugest off", "/set suggest off", "/set suggest", "/set nosuch");
    assertThat(said.get(0)).isEqualTo("error: suggest is one of on, off, not 'maybe'");
    assertThat(said.get(1)).isEqualTo("error: no setting 'sugest'; did you mean 'suggest'?");
    assertThat(said.get(2)).containsPattern("suggest +off +on ");
    assertThat(said.get(3)).startsWith("error: no setting 'nosuch'");
    said.clear();
    Files.writeString(folder.resolve("config.toml"), "# mine\npager = 'on'\n[aliases]\nll = '1'\n");
    run("/set --save pager off", "/set --save suggest off");
    assertThat(Files.readString(folder.resolve("config.toml")))
        .isEqualTo("# mine\npager = \"off\"\nsuggest = \"off\"\n[aliases]\nll = '1'\n");
  }

  @Test
  void loadedFileIsPartOfTheSessionAndItsErrorShowsItsLine() throws IOException {
    Path file =
        Files.writeString(folder.resolve("tools.groovy"), "def up(n) { n + step }\nstep = 3\n");
    Path broken = Files.writeString(folder.resolve("broken.groovy"), "step = 9\nnone.such()\n");
    run("/load " + file, "up(1)", "/load '" + broken + "'", "step");
    assertThat(said).hasSize(3);
    assertThat(said.get(0)).isEqualTo("4");
    assertThat(said.get(1))
        .startsWith("error: no such variable 'none'")
        .contains("broken.groovy:2", "none.such()");
    assertThat(said.get(2)).isEqualTo("3");
  }

  @Test
  void watchedFileIsLoadedAgainBeforeTheNextEntryWhenItHasChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("w.groovy"), "def v() { 1 }");
    run(
        List.of(
            typed("/load -w " + file),
            typed("v()"),
            () -> change(file, "def v() { 22 }", "v()"),
            () -> change(file, "def v( {", "v()")));
    assertThat(said.get(1)).isEqualTo("1");
    assertThat(said.get(2)).isEqualTo("22");
    assertThat(said.get(3)).startsWith("error: " + file + ":1:");
    assertThat(said.get(4)).isEqualTo("22");
  }

  @Test
  void savedSessionRunsAsAScript() throws IOException {
    Path tools = Files.writeString(folder.resolve("tools.groovy"), "def up(n) { n + step }");
    Path file = folder.resolve("saved.groovy");
    run(
        "def step = 1",
        "def step = 2",
        "/load " + tools,
        "failing.entry()",
        "password = 'hunter2'",
        "/!true",
        "import java.util.concurrent.TimeUnit as T",
        "class P { def n = 1 }",
        "class P { def n = 5 }",
        "up(10)",
        "_ + new P().n",
        "\"${_} ${T.DAYS} $step\".toString()",
        "/save " + file,
        "/save " + file,
        "/save " + folder + "/none/x.groovy");
    assertThat(said.remove(said.size() - 1)).endsWith("x.groovy: there is no such folder");
    assertThat(said.get(said.size() - 2)).matches("9 entries saved: gantry .*saved.groovy runs .*");
    assertThat(said.get(said.size() - 1)).startsWith("error: ").contains("/save -f");
    String script = Files.readString(file);
    assertThat(script)
        .startsWith("#!/usr/bin/env gantry\nimport java.util.concurrent.TimeUnit as T\n")
        .contains("// left out: /!", "// left out: entry", "which has a secret in it")
        .doesNotContain("failing", "hunter2", "def step", "/save", "n = 1 }");
    ScriptRunner runner = new ScriptRunner(new ScriptSettings(Map.of(), false, exit -> {}));
    assertThat(runner.run(new ScriptSource("saved", script), List.of())).isEqualTo("17 DAYS 2");
  }

  @Test
  void engineThatCannotBeUsedLeavesTheOneInUse() {
    run("/use staging", "docker", "/doctor", "/doctor staging");
    assertThat(said.get(0)).isEqualTo("error: no context 'staging'\n  docker stays what it was");
    assertThat(said.get(1)).isEqualTo("the engine");
    assertThat(said.get(2)).isEqualTo("examined '' in 80 columns");
    assertThat(said.get(3)).isEqualTo("examined 'staging' in 80 columns");
  }

  @Test
  void scriptIsRunWithItsArguments() {
    run("/run ~/nightly.groovy --name 'a b'");
    assertThat(said.get(0)).matches("error: ran /.*/nightly.groovy with \\[--name, a b]");
  }

  @Test
  void aliasIsEnteredWithItsArguments() throws IOException {
    Files.writeString(
        folder.resolve("config.toml"),
        "[aliases]\ntwice = 'args[0] * 2'\nbye = '/quit'\nll = '[1].size()'\n");
    run("args = 5", "/twice 'a b' c", "/ll", "args", "/nosuch", "/bye", "'never'");
    assertThat(said)
        .containsExactly(
            "5", "a ba b", "1", "5", "error: unknown command /nosuch; /help lists the commands");
  }

  @Test
  void resetGivesBackWhatLayUnderAName() {
    run("docker = 5", "docker", "/reset docker", "docker", "def m() { 1 }", "/reset m", "m()");
    assertThat(said.subList(0, 5))
        .containsExactly("5", "5", "forgot docker", "the engine", "forgot m");
    assertThat(said.get(5)).startsWith("error: no such method 'm'");
  }

  private static Supplier<String> typed(String entry) {
    return () -> entry;
  }

  /** Changes a file just before an entry is typed. */
  private static String change(Path file, String text, String entry) {
    try {
      FileTime former = Files.getLastModifiedTime(file);
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, FileTime.fromMillis(former.toMillis() + 2000));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return entry;
  }

  private void run(String... entries) {
    run(Arrays.stream(entries).map(CommandsTest::typed).toList());
  }

  private void run(List<Supplier<String>> entries) {
    Session session =
        new Session(new ScriptSettings(Map.of("docker", () -> "the engine"), false, exit -> {}));
    Jobs jobs = new Jobs(session, console, new Cancellation(), new RecordedLines());
    EvaluationThread evaluation = new EvaluationThread(session, console, jobs);
    Settings settings = new Settings();
    SettingsFile file = new SettingsFile(folder.resolve("config.toml"));
    assertThat(file.load(settings)).isEmpty();
    new Shell(session, evaluation, console, new Shell.Parts(settings, file, new NothingOutside()))
        .run(lines(entries.iterator()));
  }

  private static LineSource lines(Iterator<Supplier<String>> entries) {
    return () -> entries.hasNext() ? new Input.Entry(entries.next().get()) : new Input.End();
  }
}
