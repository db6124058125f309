package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScriptArgumentsTest {
  private static final Map<String, Object> OPTIONS =
      Map.of("days", 30, "dryRun", false, "label", List.of(), "file", "out.csv");

  @Test
  void unknownOptionNamesTheNearest() {
    assertThatThrownBy(() -> parse("--dayz", "3"))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("unknown option '--dayz'; did you mean '--days'?");
  }

  @Test
  void optionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> parse("--days")).hasMessage("--days needs a value");
  }

  @Test
  void flagWithValueIsRefused() {
    assertThatThrownBy(() -> parse("--dry-run=no")).hasMessage("--dry-run takes no value");
  }

  @Test
  void textForNumberIsRefused() {
    assertThatThrownBy(() -> parse("--days", "soon"))
        .hasMessage("--days wants a whole number, got 'soon'");
  }

  @Test
  void wordIsRefusedWhereOnlyOptionsAreTaken() {
    assertThatThrownBy(() -> parse("web"))
        .hasMessage("'web' is not wanted: the script takes options only");
  }

  @Test
  void defaultsHoldWhereNothingIsGiven() {
    assertThat(parse()).isEqualTo(OPTIONS);
  }

  @Test
  void valuesFollowTheTypeOfTheDefault() {
    assertThat(parse("--days", "-3", "--dry-run", "--label=a=b", "--label", "c", "--file="))
        .isEqualTo(Map.of("days", -3, "dryRun", true, "label", List.of("a=b", "c"), "file", ""));
  }

  @Test
  void wordsAreCollectedWhereTheyAreTaken() {
    assertThat(
            ScriptArguments.parse(
                Map.of("args", List.of(), "all", false), List.of("web", "--all", "--", "--x")))
        .isEqualTo(Map.of("args", List.of("web", "--x"), "all", true));
  }

  @Test
  void namedWordsAreAllWanted() {
    Map<String, String> pair = Map.of("args", "VOLUME FILE");

    assertThatThrownBy(() -> ScriptArguments.parse(pair, List.of("data")))
        .hasMessage("wanted: VOLUME FILE");
    assertThatThrownBy(() -> ScriptArguments.parse(pair, List.of())).hasMessageContaining("VOLUME");
    assertThat(ScriptArguments.parse(pair, List.of("data", "x.tar")))
        .isEqualTo(Map.of("args", List.of("data", "x.tar")));
  }

  @Test
  void scriptCalledWronglyIsUsageOfItsFile() {
    assertThatThrownBy(() -> run("parseArgs(days: 1)", "--help-me"))
        .isInstanceOf(UsageException.class)
        .hasMessage("clean.groovy: unknown option '--help-me'");
  }

  @Test
  void helpPrintsTheHeadOfTheScriptAndEndsIt() {
    StringWriter out = new StringWriter();
    String script =
        "#!/usr/bin/env gantry\n// Cleans up.\n// Options: --days N\n\nparseArgs(days: 1)";

    assertThatThrownBy(() -> run(script, out, "--help"))
        .isInstanceOfSatisfying(ScriptExit.class, exit -> assertThat(exit.status()).isZero());
    assertThat(out.toString().lines()).containsExactly("Cleans up.", "Options: --days N");
  }

  private static Map<String, @Nullable Object> parse(String... args) {
    return ScriptArguments.parse(OPTIONS, List.of(args));
  }

  private static @Nullable Object run(String text, String... args) {
    return run(text, new StringWriter(), args);
  }

  private static @Nullable Object run(String text, StringWriter out, String... args) {
    Map<String, Supplier<?>> objects = Map.of("out", () -> out);
    return new ScriptRunner(new ScriptSettings(objects, false, status -> {}))
        .run(new ScriptSource("clean.groovy", text), Arrays.asList(args));
  }
}
