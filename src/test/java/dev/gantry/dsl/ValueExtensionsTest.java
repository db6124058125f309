package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.script.ScriptException;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of scripts on values, as scripts say them. */
final class ValueExtensionsTest {
  private static final String ROWS = "[[Id: 1, Name: 'web', Ports: [80]], [Id: 2, Size: 3]]";

  @TempDir Path folder;

  @Test
  void tableOfColumnThatNoRowHasNamesTheNearest() {
    assertThatThrownBy(() -> run(ROWS + ".table('Nmae')"))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("no row has 'Nmae'; did you mean 'Name'?");
  }

  @Test
  void tableOfMapIsRefused() {
    assertThatThrownBy(() -> run("[a: 1].table()"))
        .hasMessageStartingWith("a table is made of a list of maps");
  }

  @Test
  void saveAsUnknownFormIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> run("[1].save('" + folder + "/x.txt')"))
        .hasMessageStartingWith("save wants a file that ends with .json");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saveInMissingFolderSaysSo() {
    assertThatThrownBy(() -> run("[1].save('" + folder + "/no/x.json')"))
        .hasMessageStartingWith("cannot write " + folder + "/no/x.json: there is no such file");
  }

  @Test
  void tablePicksColumnsInTheirOrder() {
    assertThat(text(ROWS + ".table('Name', 'Id')")).isEqualTo("NAME   ID\nweb    1\n       2");
  }

  @Test
  void tableFindsColumnInAnyCase() {
    assertThat(text(ROWS + ".table('name')")).startsWith("NAME\nweb");
  }

  @Test
  void tableWithoutColumnsLeavesNestedOnesOut() {
    assertThat(text(ROWS + ".table()")).isEqualTo("ID   NAME   SIZE\n1    web\n2           3");
  }

  @Test
  void tableOfNoRowsIsItsHead() {
    assertThat(text("[].table('Id', 'Name')")).isEqualTo("ID   NAME");
  }

  @Test
  void tableOfTableIsPickedAgain() {
    assertThat(text(ROWS + ".table('Name', 'Id').table('Id')")).isEqualTo("ID\n1\n2");
  }

  @Test
  void jsonIsWrittenOverSeveralLines() {
    assertThat(run("[a: [1.10, null]].json()"))
        .isEqualTo("{\n  \"a\": [\n    1.10,\n    null\n  ]\n}");
  }

  @Test
  void yamlCsvAndNdjsonAreWritten() {
    assertThat(run("[a: [1]].yaml()")).isEqualTo("a:\n  - 1\n");
    assertThat(run("[[a: 1, b: 'x,y']].csv()")).isEqualTo("a,b\r\n1,\"x,y\"\r\n");
    assertThat(run("[[a: 1], 2].ndjson()")).isEqualTo("{\"a\":1}\n2\n");
  }

  @Test
  void pathsAndPointersReachNestedValues() {
    assertThat(run("[a: [[b: 1]]].paths()")).isEqualTo(List.of(".a[0].b = 1"));
    assertThat(run("[a: [[b: 1]]].at('/a/0/b')")).isEqualTo(1);
    assertThat(run("[a: 1].at('/x/y')")).isNull();
  }

  @Test
  void treeIsText() {
    assertThat(run("[a: 1, bc: [x: true]].tree()")).isEqualTo("a: 1\nbc:\n  x: true");
  }

  @Test
  void entryOfMapKeepsItsName() {
    assertThat(run("[json: 7].json")).isEqualTo(7);
  }

  @Test
  void saveFollowsTheEndOfTheName() throws Exception {
    assertThat(run("[a: 1].save('" + folder + "/x.json')")).isEqualTo(file("x.json"));
    run("[[a: 1]].save('" + folder + "/x.csv'); [a: 1].save('" + folder + "/x.yml')");
    run("[1, 2].save(new File('" + folder + "/x.ndjson'))");

    assertThat(Files.readString(folder.resolve("x.json"))).isEqualTo("{\n  \"a\": 1\n}\n");
    assertThat(Files.readString(folder.resolve("x.csv"))).isEqualTo("a\r\n1\r\n");
    assertThat(Files.readString(folder.resolve("x.yml"))).isEqualTo("a: 1\n");
    assertThat(Files.readString(folder.resolve("x.ndjson"))).isEqualTo("1\n2\n");
    assertThat(folder.toFile().list()).hasSize(4);
  }

  @Test
  void numbersWithUnitsAreDurations() {
    assertThat(run("[500.ms, 30.s, 1.5.m, 2.h, 3.d]"))
        .isEqualTo(
            List.of(
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90),
                Duration.ofHours(2),
                Duration.ofDays(3)));
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  private static String text(String expression) {
    return String.valueOf(run(expression)).replaceAll("(?m) +$", "");
  }

  private static @Nullable Object run(String expression) {
    return new ScriptRunner(new ScriptSettings(Map.of(), false, status -> {}))
        .run(ScriptSource.expression(expression), List.of());
  }

  @Test
  void comparisonTellsWhatDiffers() {
    Map<String, Object> one = Map.of("a", 1, "b", Map.of("c", "x"));
    Map<String, Object> two = Map.of("a", 1, "b", Map.of("c", "y"));
    assertThat(ValueExtensions.compare(one, two).rows())
        .isEqualTo(List.of(Map.of("PATH", ".b.c", "THIS", "\"x\"", "OTHER", "\"y\"")));
    assertThat(ValueExtensions.compare(one, one).rows()).isEmpty();
  }
}
