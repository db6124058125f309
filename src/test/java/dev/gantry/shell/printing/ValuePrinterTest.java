package dev.gantry.shell.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.json.Colors;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import dev.gantry.shell.printing.PrintStyle.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValuePrinterTest {
  private static final @Nullable Object FLAT =
      Json.read("[{\"Id\":\"a\",\"Size\":1,\"Tags\":[\"x\"]},{\"Id\":\"b\",\"Up\":true}]");

  @Test
  void valueThatTheFormatCannotHoldIsRefused() {
    assertThatThrownBy(() -> print(PrintStyle.pipe(Format.JSON), new Object()))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void personSeesTables() throws IOException {
    assertThat(terminal(new Containers())).isEqualTo("ID   NAME\na    web\n");
    assertThat(terminal(FLAT)).isEqualTo("ID   SIZE   UP\na    1\nb           true\n");
  }

  @Test
  void statesOfATableAreColoured() throws IOException {
    Object rows =
        Json.read(
            "[{\"Status\":\"Up 2 hours\"},{\"Status\":\"Up 2 hours (unhealthy)\"},"
                + "{\"Status\":\"Up 1 second (Paused)\"},{\"Status\":\"Exited (0)\"}]");
    assertThat(print(PrintStyle.terminal(Format.AUTO, 80, Colors.ON), rows))
        .contains("\u001b[32mUp 2 hours\u001b[0m\n")
        .contains("\u001b[31mUp 2 hours (unhealthy)\u001b[0m\n")
        .contains("\u001b[33mUp 1 second (Paused)\u001b[0m\n")
        .contains("\u001b[2mExited (0)\u001b[0m\n");
    assertThat(terminal(rows)).doesNotContain("\u001b");
  }

  @Test
  void personSeesTreesOfWhatIsNoTable() throws IOException {
    assertThat(terminal(Map.of("a", Map.of("b", 1)))).isEqualTo("a:\n  b: 1\n");
    assertThat(terminal(Json.read("[{\"a\":{},\"b\":[1],\"c\":{}}]")))
        .isEqualTo("- a: {}\n  b:\n    - 1\n  c: {}\n");
    assertThat(terminal(List.of(1, "x"))).isEqualTo("- 1\n- x\n");
    assertThat(terminal(new Object[] {1})).isEqualTo("- 1\n");
    assertThat(terminal((JsonView) () -> Map.of("a", 1))).isEqualTo("a: 1\n");
    assertThat(terminal(List.of())).isEqualTo("[]\n");
  }

  @Test
  void treeShowsWhatHasNoJsonForm() throws IOException {
    assertThat(terminal(Map.of("a", Double.NaN))).isEqualTo("a: NaN\n");
    assertThat(terminal(Map.of("a", new byte[12]))).isEqualTo("a: <12 bytes>\n");
  }

  @Test
  void programGetsJson() throws IOException {
    assertThat(pipe(new Containers())).isEqualTo("[\n  {\n    \"Id\": \"aaa\"\n  }\n]\n");
    assertThat(pipe(Map.of("a", 1))).isEqualTo("{\n  \"a\": 1\n}\n");
    assertThat(pipe(List.of())).isEqualTo("[]\n");
  }

  @Test
  void textAndScalarsArePrintedAsTheyAre() throws IOException {
    for (PrintStyle style : List.of(terminalStyle(Format.AUTO), PrintStyle.pipe(Format.AUTO))) {
      assertThat(print(style, null)).isEmpty();
      assertThat(print(style, "a\nb\n")).isEqualTo("a\nb\n");
      assertThat(print(style, "a")).isEqualTo("a\n");
      assertThat(print(style, "")).isEmpty();
      assertThat(print(style, 1.50)).isEqualTo("1.5\n");
      assertThat(print(style, true)).isEqualTo("true\n");
      assertThat(print(style, Path.of("a", "b"))).isEqualTo("a/b\n");
      assertThat(print(style, new byte[12])).isEqualTo("<12 bytes>\n");
    }
  }

  @Test
  void terminalIsSafeFromEscapesAndAPipeGetsTheText() throws IOException {
    String evil = "\u001b]0;title\u0007\u001b[31mred\u001b[0m";
    assertThat(terminal(evil)).isEqualTo("\\u001b]0;title\\u0007\u001b[31mred\u001b[0m\n");
    assertThat(pipe(evil)).isEqualTo(evil + "\n");
    assertThat(print(terminalStyle(Format.CSV), Map.of("a", evil))).doesNotContain("\u0007");
    assertThat(terminal(Map.of("a", evil))).doesNotContain("\u001b");
  }

  @Test
  void formatIsFollowedWhereverItGoes() throws IOException {
    for (PrintStyle[] pair :
        new PrintStyle[][] {
          {terminalStyle(Format.JSON), PrintStyle.pipe(Format.JSON)},
          {terminalStyle(Format.TABLE), PrintStyle.pipe(Format.TABLE)},
        }) {
      assertThat(print(pair[0], FLAT)).isEqualTo(print(pair[1], FLAT));
    }
    assertThat(print(PrintStyle.pipe(Format.TABLE), new Containers()))
        .isEqualTo("ID   NAME\na    web\n");
    assertThat(print(PrintStyle.pipe(Format.NDJSON), FLAT))
        .isEqualTo("{\"Id\":\"a\",\"Size\":1,\"Tags\":[\"x\"]}\n{\"Id\":\"b\",\"Up\":true}\n");
    assertThat(print(PrintStyle.pipe(Format.YAML), new Containers())).isEqualTo("- Id: aaa\n");
    assertThat(print(PrintStyle.pipe(Format.CSV), new Containers()))
        .isEqualTo("Id,Name\r\na,web\r\n");
    assertThat(print(PrintStyle.pipe(Format.JSON), null)).isEqualTo("null\n");
  }

  @Test
  void textFormatHasTabsAndNoHeader() throws IOException {
    PrintStyle text = PrintStyle.pipe(Format.TEXT);
    assertThat(print(text, new Containers())).isEqualTo("a\tweb\n");
    assertThat(print(text, Map.of("a", List.of(1)))).isEqualTo("a\t[1]\n");
    assertThat(print(text, List.of("x", 2))).isEqualTo("x\n2\n");
    assertThat(print(text, "x")).isEqualTo("x\n");
  }

  private static String terminal(@Nullable Object value) throws IOException {
    return print(terminalStyle(Format.AUTO), value);
  }

  private static String pipe(@Nullable Object value) throws IOException {
    return print(PrintStyle.pipe(Format.AUTO), value);
  }

  private static PrintStyle terminalStyle(Format format) {
    return PrintStyle.terminal(format, 80, Colors.OFF);
  }

  private static String print(PrintStyle style, @Nullable Object value) throws IOException {
    StringBuilder out = new StringBuilder();
    new ValuePrinter(style).print(value, out);
    return out.toString();
  }

  /** A list of resources as the scripts see it: a table to look at, JSON in full. */
  private static final class Containers implements Tabular, JsonView {
    @Override
    public List<String> columns() {
      return List.of("Id", "Name");
    }

    @Override
    public List<Map<String, ?>> rows() {
      return List.of(Map.of("Id", "a", "Name", "web"));
    }

    @Override
    public Object toJson() {
      return List.of(Map.of("Id", "aaa"));
    }
  }
}
