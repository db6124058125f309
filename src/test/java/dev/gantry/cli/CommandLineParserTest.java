package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.cli.Options.Action;
import dev.gantry.cli.Options.Talk;
import dev.gantry.cli.reach.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineParserTest {

  @Test
  void unknownOptionIsRefusedWithTheNearestOne() {
    assertRefused("unknown option '--verbos'; did you mean '--verbose'?", "--verbos");
    assertRefused(
        "unknown option '--vresion'; did you mean '--version'?", "--vresion=3", "x.groovy");
  }

  @Test
  void wordThatIsNoFormatIsRefusedWithAllThatAre() {
    assertRefused(
        "--output is one of auto, table, json, ndjson, yaml, csv, text, not 'jsn'; did you mean"
            + " 'json'?",
        "-o",
        "jsn");
  }

  @Test
  void optionWithoutItsValueIsRefused() {
    assertRefused("option -e needs a value", "-e");
  }

  @Test
  void hostMayBeGivenOnce() {
    assertRefused("give --host once", "-H", "unix:///a", "--host", "unix:///b");
  }

  @Test
  void tlsIsTurnedOnAndOff() {
    assertThat(CommandLineParser.parse("--tlsverify", "x.groovy", "a").reach().tls().verify())
        .isTrue();
    assertThat(CommandLineParser.parse("--tls=false", "x.groovy").reach().tls().tls()).isFalse();
    assertThat(CommandLineParser.parse("--tlscert=c", "x").reach().tls().files().certificate())
        .isEqualTo("c");
  }

  @Test
  void everyDefaultIsAsDocumented() {
    assertThat(CommandLineParser.parse())
        .isEqualTo(
            new Options(
                Action.SHELL,
                null,
                "-",
                List.of(),
                true,
                Talk.NORMAL,
                Reach.UNSAID,
                Safety.UNSAID,
                Display.UNSAID,
                false));
    assertThat(CommandLineParser.parse("--color", "auto")).isEqualTo(Options.UNSAID);
  }

  @Test
  void optionsEndAtTheName() {
    Options options =
        CommandLineParser.parse("-v", "nightly.groovy", "--days", "3", "-q", "--", "-e");
    assertThat(options.action()).isEqualTo(Action.SCRIPT);
    assertThat(options.script()).isEqualTo("nightly.groovy");
    assertThat(options.args()).containsExactly("--days", "3", "-q", "--", "-e");
    assertThat(options.talk()).isEqualTo(Talk.VERBOSE);
  }

  @Test
  void optionsEndAtJShell() {
    Options options =
        CommandLineParser.parse("--trace", "-c", "lab", "--jshell", "-v", "--jshell", "a.jsh");
    assertThat(options.action()).isEqualTo(Action.JSHELL);
    assertThat(options.args()).containsExactly("-v", "--jshell", "a.jsh");
    assertThat(options.reach().naming().context()).isEqualTo("lab");
    assertThat(options.talk()).isEqualTo(Talk.NORMAL);
    assertRefused(
        "--jshell opens a shell for Java, and -e is a line of Groovy", "-e", "1", "--jshell");
  }

  @ParameterizedTest
  @CsvSource({
    "--trace -e 1,                       ''",
    "--tlsverify --trace -e 1,           ''",
    "-H unix:///x --trace a.groovy,      ''",
    "--trace=t.txt a.groovy,             t.txt",
    "-e 1 --trace=t.txt,                 t.txt",
    "-e 1 --trace,                       ''",
    "a.groovy --trace,                   "
  })
  void traceTakesNoFileButByAnEqualsSign(String line, @Nullable String file) {
    assertThat(CommandLineParser.parse(line.split(" ")).safety().trace()).isEqualTo(file);
  }

  @Test
  void dashIsStandardInput() {
    Options options = CommandLineParser.parse("-", "a");
    assertThat(options.action()).isEqualTo(Action.SCRIPT);
    assertThat(options.script()).isEqualTo("-");
    assertThat(options.args()).containsExactly("a");
  }

  @Test
  void expressionsAreTheLinesOfOneScript() {
    Options options = CommandLineParser.parse("-e", "x = 1", "-e", "-x", "a", "-q");
    assertThat(options.expression()).isEqualTo("x = 1\n-x");
    assertThat(options.args()).containsExactly("a", "-q");
  }

  @Test
  void quotesOfAnExpressionStay() {
    assertThat(CommandLineParser.parse("-e", "\"a\"").expression()).isEqualTo("\"a\"");
  }

  @Test
  void doubleDashLetsArgumentsStartWithDash() {
    assertThat(CommandLineParser.parse("-e", "1", "--", "-x").args()).containsExactly("-x");
  }

  @Test
  void helpListsEveryOption() {
    assertThat(CommandLineParser.optionNames())
        .isNotEmpty()
        .allSatisfy(o -> assertThat(Help.text()).contains(o));
  }

  @Test
  void helpFitsAPage() {
    assertThat(Help.text().lines()).hasSizeLessThan(40).allMatch(line -> line.length() <= 80);
  }

  private static void assertRefused(String sentence, String... args) {
    assertThatThrownBy(() -> CommandLineParser.parse(args))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }
}
