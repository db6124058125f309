package dev.gantry.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.shell.commands.Commands;
import dev.gantry.shell.commands.NothingOutside;
import dev.gantry.shell.commands.Outside;
import dev.gantry.shell.printing.RecordingConsole;
import dev.gantry.shell.reading.Input;
import dev.gantry.shell.reading.LineSource;
import dev.gantry.shell.reading.Typed;
import dev.gantry.shell.running.EvaluationThread;
import dev.gantry.shell.running.Jobs;
import dev.gantry.shell.running.RecordedLines;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.MethodClosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  private final RecordingConsole console = new RecordingConsole();
  private final List<String> said = console.said();
  private int status;
  private final Outside outside = new NothingOutside();
  @TempDir Path folder;

  @Test
  void errorIsShownWithTheLineAndTheLoopGoesOn() {
    run("1.intdiv(0)", "'still here'");
    assertThat(said.get(0)).startsWith("error: ArithmeticException").contains("gantry:1:1");
    assertThat(said.get(1)).isEqualTo("still here");
  }

  @Test
  void unknownCommandIsMetWithTheNearest() {
    run("/hlep");
    assertThat(said).containsExactly("error: unknown command /hlep; did you mean /help?");
  }

  @Test
  void commandLikeNoOtherPointsToTheList() {
    run("/zzzzzz");
    assertThat(said).containsExactly("error: unknown command /zzzzzz; /help lists the commands");
  }

  @Test
  void slashyStringAtTheStartIsGroovy() {
    run("/web/", "/we b/.size()", " /exit/");
    assertThat(said).containsExactly("web", "4", "exit");
  }

  @Test
  void resultsAreShownAndNothingIsNot() {
    run("1 + 1", "null", "", "def x = 5");
    assertThat(said).containsExactly("2", "5");
  }

  @Test
  void endOfLinesLeavesWithZero() {
    run();
    assertThat(status).isZero();
  }

  @Test
  void exitInAnEntryLeavesWithItsStatus() {
    run("exit(3)", "'never'");
    assertThat(status).isEqualTo(3);
    assertThat(said).isEmpty();
  }

  @Test
  void exitAndQuitLeaveWithZero() {
    run("/exit", "'never'");
    run("/quit", "'never'");
    assertThat(status).isZero();
    assertThat(said).isEmpty();
  }

  @Test
  void bareExitAndQuitLeaveUnlessTheyAreVariables() {
    run("exit", "'never'");
    run(" quit ", "'never'");
    assertThat(said).isEmpty();
    run("quit = 7; null", "quit", "?exit", "?quit");
    assertThat(said)
        .containsExactly("7", "/exit\n  leave; Ctrl-D does the same", "quit is an Integer: 7");
  }

  @Test
  void whatALoopWentThroughIsNotShownAgain() {
    run(
        "[1, 2].each { it }",
        "n = 0; [3].eachWithIndex { it, at -> n += it }",
        "_",
        "n",
        "[4].each");
    assertThat(said.get(0)).isEqualTo("[3]");
    assertThat(said.get(1)).isEqualTo("3");
    said.clear();
    run("[4].each { it }.size()", "m = [5].each { it }", "each = { it }; each(6)");
    assertThat(said).containsExactly("1", "[5]", "6");
  }

  @Test
  void keysThatAreThereAreFoldedBetweenWords() {
    run("(1..8).collectEntries { ['Key' + it * 11111111, it] }.zzz");
    assertThat(said.get(0).lines()).hasSize(2).allMatch(line -> line.length() <= 80);
    assertThat(said.get(0)).startsWith("null: no key 'zzz'; there are: Key11111111, ");
  }

  @Test
  void helpNamesEveryCommand() {
    run("/help");
    Commands.names().forEach(name -> assertThat(said.get(0)).contains("/" + name));
  }

  @Test
  void traceShowsTheStackOfTheLastError() {
    run("/trace", "throw new IllegalStateException('x')", "/trace");
    assertThat(said.get(0)).isEqualTo("there was no error");
    assertThat(said.get(2)).contains("java.lang.IllegalStateException: x\n  at gantry:");
  }

  @Test
  void traceOnShowsTheStackOfEveryError() {
    run("/trace on", "throw new IllegalStateException('x')", "/trace sideways");
    assertThat(said.get(0)).contains("  at gantry:");
    assertThat(said.get(1)).contains("/trace takes on, off or nothing, not 'sideways'");
  }

  @Test
  void resetForgetsOneNameOrAll() {
    run("x = 1; y = 2; null", "/reset x", "/reset z", "y", "/reset", "y");
    assertThat(said.get(0)).isEqualTo("forgot x");
    assertThat(said.get(1)).isEqualTo("error: there is no variable 'z'; did you mean 'y'?");
    assertThat(said.get(2)).isEqualTo("2");
    assertThat(said.get(4)).startsWith("error: no such variable 'y'");
  }

  @Test
  void historyShowsTheLastEntries() {
    run("/history 2");
    assertThat(said.get(0).lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  second");
  }

  @Test
  void historyIsSearchedForAText() {
    run("/history IR", "/history 1 ir", "/history zebra", "/history --all");
    assertThat(said.get(0).lines()).hasSize(2).allMatch(line -> line.matches(".*(first|third)"));
    assertThat(said.get(1)).endsWith("third").doesNotContain("first");
    assertThat(said.get(2)).isEqualTo("nothing typed contains 'zebra'");
    assertThat(said.get(3))
        .isEqualTo("error: /history takes a number, a text to look for, or --sync");
  }

  @Test
  void historyOfOtherShellsIsTakenInOnRequest() {
    run("/history --sync");
    assertThat(said).containsExactly("2 entries of other shells taken in");
  }

  @Test
  void systemCommandSaysWhenItFailed() {
    run("/!exit 4", "/!");
    assertThat(said)
        .containsExactly("error: exit status 4", "error: /! takes a command, as in /!ls");
  }

  @Test
  void leavingIsAskedTwiceWhileAJobRuns() {
    run("/jobs", "j = job('busy') { sleep 60000 }", "/exit", "1", "/exit", "/exit", "2");
    assertThat(said.get(0)).startsWith("no jobs");
    assertThat(said.get(1)).startsWith("job 1 busy (running, ");
    assertThat(said.get(2)).endsWith(") still runs: leave once more to end it");
    assertThat(said.subList(3, said.size())).hasSize(2).contains("1");
  }

  @Test
  void jobIsKilledAndBroughtBack() {
    run(
        "/kill 7",
        "j = job('a b') { sleep 60000 }; null",
        "/kill a b",
        "/fg 1",
        "/fg x",
        "/time 6");
    assertThat(said.get(0)).isEqualTo("error: no job runs; job { … } starts one");
    said.removeIf(line -> line.startsWith("a b goes on here")); // unless it had ended by then
    assertThat(said.get(1)).containsPattern("interrupted after|does not stop at once");
    assertThat(said.get(2)).isEqualTo("error: there is no job x; there are 1");
    assertThat(said.get(3)).isEqualTo("6");
    assertThat(said.get(4)).startsWith("took ");
  }

  @Test
  void allJobsAreKilledAtOnce() {
    run(
        "/kill all",
        "jobs = (1..2).collect { job { sleep 60000 } }; null",
        "/kill all",
        "jobs.each { try { it.await(20) } catch (e) { e.message } }; null",
        "jobs*.state.join(' and ')");
    assertThat(said)
        .containsExactly("error: no job runs; job { … } starts one", "cancelled and cancelled");
  }

  private void run(String... entries) {
    Session session = new Session(new ScriptSettings(Map.of(), false, exit -> {}));
    Jobs jobs = new Jobs(session, console, new Cancellation(), new RecordedLines());
    session.offer("job", () -> new MethodClosure(jobs, "start"));
    EvaluationThread evaluation = new EvaluationThread(session, console, jobs);
    Settings settings = new Settings();
    SettingsFile file = new SettingsFile(folder.resolve("config.toml"));
    file.load(settings);
    Shell.Parts parts = new Shell.Parts(settings, file, outside);
    status = new Shell(session, evaluation, console, parts).run(lines(entries));
  }

  private static LineSource lines(String... entries) {
    Iterator<String> rest = Arrays.asList(entries).iterator();
    return new LineSource() {
      @Override
      public Input next() {
        return rest.hasNext() ? new Input.Entry(rest.next()) : new Input.End();
      }

      @Override
      public List<Typed> history() {
        return Stream.of("first", "second", "third")
            .map(text -> new Typed(Instant.EPOCH, text))
            .toList();
      }

      @Override
      public int sync() {
        return 2;
      }
    };
  }
}
