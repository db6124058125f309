package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Typing, editing, recalling: each key of the line editor, in a real terminal. */
@Timeout(300)
class ReadingScenariosTest {
  private static final String DIM = "\u001b[2m";
  private static final String GREEN = "\u001b[32m";

  /** A bracket that closes nothing: underlined, red. */
  private static final Pattern UNDERLINED = Pattern.compile("4m(\u001b\\[\\d+m)*\\)");

  @TempDir private Path home;

  @OnEngines("28")
  void entriesAreWrittenOverSeveralLines(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("lines" + columns), columns)) {
        openBracketsIndentAndClosingOnesGoBack(shell);
        danglingSignsGoOn(shell);
        pasteIsOneEntry(shell);
        altEnterStartsALine(shell);
        killedTextComesBackAndChangesAreUndone(shell);
        promptStaysWholeWhenTheWindowChanges(shell, columns);
        coloursShowWhatIsWrong(shell);
      }
    }
  }

  private static void openBracketsIndentAndClosingOnesGoBack(Tmux shell) {
    shell.wipe().enter("def f(n) {").await("}>").enter("[n,").await("}>   [n,\n").await("]>");
    shell.enter("n]").await("]>     n]").type("}");
    shell.await("a bracket at the left", screen -> screen.contains("}> }"));
    shell.key("Enter");
    assertThat(shell.answer("f(21).sum()")).contains("42");
  }

  private static void danglingSignsGoOn(Tmux shell) {
    shell.wipe().enter("40 +").await("  >").enter("2").await("\n42");
    shell.wipe().enter("'a'.").await("  >").enter("size() + 7").await("\n8");
    shell.wipe().enter("f(\"\"\"x").await("\"\"\">").enter("y\"\"\").size()").await("\n2");
  }

  private static void pasteIsOneEntry(Tmux shell) {
    shell
        .wipe()
        .paste("count = 0\n\n// dön’t 日本\n\tcount++\n[1, 2]\n  .collect { it * 50 }\n  .sum()\n");
    shell.await(".sum()").key("Enter").await("\n150");
    assertThat(shell.answer("count")).as("it ran once").contains("\n1\n");
  }

  private static void altEnterStartsALine(Tmux shell) {
    shell.wipe().type("1").key("M-Enter").type("+ 6").key("Enter").await("\n6");
    shell.wipe().type("if (1) {").key("M-Enter").type("7 }").await("}>   7 }").key("Enter");
    shell.await("\n7");
  }

  private static void killedTextComesBackAndChangesAreUndone(Tmux shell) {
    shell.wipe().type("'one two'").key("C-a", "C-k").awaitPrompt();
    shell.key("C-y", "C-y").await("'one two''one two'").key("C-_").await("> 'one two'\n");
    shell.key("C-w").await("> 'one\n").key("C-_").await("> 'one two'\n");
    shell.key("C-x", "C-r").await("> 'one\n").key("C-c").awaitPrompt();
  }

  private static void promptStaysWholeWhenTheWindowChanges(Tmux shell, int columns) {
    shell.wipe().type("[1, 2, 3].collect { it * 1000 }.sum() // stays").await("stays");
    shell.resize(50, 24).resize(columns + 10, 20).resize(columns, 24).await("// stays");
    shell.type(" whole").await("stays whole");
    assertThat(shell.screen().split("gantry:", -1)).as(shell.screen()).hasSize(2);
    shell.key("Enter").await("\n6000");
  }

  private static void coloursShowWhatIsWrong(Tmux shell) {
    shell.wipe().type("x9 = ['a', zebra)");
    shell.await("colours", screen -> UNDERLINED.matcher(shell.colours()).find());
    assertThat(shell.colours()).contains(GREEN + "'a'", DIM + "zebra");
    shell.key("C-c").awaitPrompt().type("/history").await("/history");
    assertThat(shell.colours()).contains("36m/history");
    shell.key("C-c").awaitPrompt();
  }

  @OnEngines("28")
  void entriesAreRecalledSearchedAndEdited(TestEngine engine) throws IOException {
    for (int columns : Tmux.WIDTHS) {
      Path place = Files.createDirectories(home.resolve("recall" + columns));
      String editor = editor("sed -i s/old/new/ \"$1\"");
      Map<String, String> environment = Map.of("VISUAL", editor, "EDITOR", "false");
      String host = engine.host().toString();
      try (Tmux shell = Tmux.start(environment, place, columns, "-H", host)) {
        shell.awaitPrompt();
        suggestionIsTakenByTheRightArrowAndEnd(shell);
        suggestionIsTakenOnTheSecondLineOfThree(shell);
        upFindsWhatBeginsLikeThis(shell);
        searchFindsTheNewestThatHasItAll(shell);
        secretsAndHiddenEntriesAreNotRecalled(shell);
        editorGetsTheEntryAndGivesItBack(shell);
        historyHasTimesAndIsSearched(shell);
      }
    }
  }

  private static void suggestionIsTakenByTheRightArrowAndEnd(Tmux shell) {
    shell.answer("'first' + 'alpha'");
    for (String key : new String[] {"Right", "End", "C-e"}) {
      shell.wipe().type("'fir").await("'first' + 'alpha'");
      assertThat(shell.colours()).contains(DIM);
      shell.key(key, "Enter").await("\nfirstalpha");
    }
    shell.wipe().type("'fir").await("'alpha'").key("M-f").await("st' + 'alpha'");
    shell.key("C-c").awaitPrompt();
  }

  private static void suggestionIsTakenOnTheSecondLineOfThree(Tmux shell) {
    shell.wipe().enter("[1,").enter("22,").enter("333].max()").await("\n333");
    shell.wipe().enter("[1,").await("]>").type("2").await("333].max()");
    shell.key("Right", "Enter").await("\n333");
  }

  private static void upFindsWhatBeginsLikeThis(Tmux shell) {
    shell.answer("'second' + 'beta'");
    shell.wipe().type("'f").key("Up").await("> 'first' + 'alpha'").key("Up", "Down");
    shell.await("> 'f").key("C-c").awaitPrompt();
    shell.wipe().key("Up").await("'second' + 'beta'").key("C-c").awaitPrompt();
  }

  private static void searchFindsTheNewestThatHasItAll(Tmux shell) {
    shell.answer("'a b'.size()");
    shell.answer("'ss'.size() + 1");
    shell
        .wipe()
        .key("C-r")
        .type("size()")
        .await("'ss'.size() + 1")
        .await("earlier entry with: size()");
    shell.key("C-r").await("> 'a b'.size()").key("C-s").await("> 'ss'.size() + 1");
    shell.key("C-g").awaitPrompt().key("C-r").type("max").await("333].max()").key("Enter");
    shell.await("\n333");
  }

  private static void secretsAndHiddenEntriesAreNotRecalled(Tmux shell) {
    shell.answer("password = 'hunter' + 22");
    shell.answer(" 'hidden' + 1");
    shell.wipe().key("Up").await("max()").key("C-c").awaitPrompt();
    shell.wipe().type("password").await("> password");
    assertThat(shell.screen()).doesNotContain("hunter");
    shell.key("C-c").awaitPrompt();
    assertThat(shell.answer("/history hid")).contains("nothing typed contains 'hid'");
  }

  private static void editorGetsTheEntryAndGivesItBack(Tmux shell) {
    shell.wipe().type("'old' + 1").key("C-x", "C-e").await("> 'new' + 1").key("Enter");
    shell.await("\nnew1").wipe().type("'old' + 2").key("M-e").await("> 'new' + 2").key("C-c");
    shell.awaitPrompt().enter("'old' + 3").await("\nold3").wipe();
    shell.enter("/edit").await("> 'new' + 3").key("Enter").await("\nnew3");
    assertThat(shell.answer("/edit 99")).contains("there is no entry 99");
  }

  private static void historyHasTimesAndIsSearched(Tmux shell) {
    assertThat(shell.answer("/history alpha"))
        .containsPattern("\\d\\d:\\d\\d  'first' \\+ 'alpha'");
    assertThat(shell.answer("/history --sync")).contains("nothing new");
  }

  @OnEngines("28")
  void keysOfViAreChosenAndTheirModeIsShown(TestEngine engine) throws IOException {
    Files.writeString(home.resolve(".inputrc"), "$if gantry\nset editing-mode vi\n$endif\n");
    try (Tmux shell = Tmux.open(engine, home, 80)) {
      shell.type("'xbc'").await("gantry:1(ins)> 'xbc'").key("Escape").await("gantry:1(cmd)>");
      shell.type("0lx").await("> 'bc'").type("A").await("(ins)").key("Enter").await("\nbc");
    }
  }

  @OnEngines("28")
  void dumbTerminalHasNoEscapesAndSameEntries(TestEngine engine) throws IOException {
    Map<String, String> emacs =
        Map.of("TERM", "dumb", "INSIDE_EMACS", "29.1,comint", "LC_ALL", "C", "NO_COLOR", "1");
    String host = engine.host().toString();
    try (Tmux shell = Tmux.start(emacs, home, 80, "-H", host)) {
      shell.await("gantry:1>").enter("[1,").enter("2].sum()").await("\n3").await("gantry:2>");
      shell.enter("'don' + \"'t\"").await("\ndon't");
      assertThat(shell.everything()).doesNotContain("^[").doesNotContain("[?");
      shell.enter("exit(4)");
      assertThat(shell.exitStatus()).isEqualTo(4);
    }
  }

  private String editor(String script) throws IOException {
    Path file = home.resolve("editor");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
