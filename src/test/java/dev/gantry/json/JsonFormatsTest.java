package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The small printers and finders: paths, pointer, tree, CSV, lines of JSON. */
class JsonFormatsTest {
  private static final Map<String, Object> CONTAINER =
      Json.readMap(
          "{\"Id\":\"3f2a\",\"State\":{\"Status\":\"running\",\"Health\":null},"
              + "\"Labels\":{\"a-b\":\"\",\"cost$\":\"1\"},\"Env\":[\"A=1\",\"B\"],"
              + "\"Mounts\":[{\"Type\":\"bind\",\"RW\":true}],\"Ports\":{}}");

  @Test
  void pointerOfWrongFormIsRefused() {
    assertThatThrownBy(() -> JsonPointer.at(CONTAINER, "State"))
        .isInstanceOf(JsonException.class)
        .hasMessage("a JSON pointer begins with '/': State");
    assertThatThrownBy(() -> JsonPointer.at(CONTAINER, "/a~2"))
        .hasMessage("in a JSON pointer '~' is written '~0': /a~2");
  }

  @Test
  void pointerToNothingIsNull() {
    assertThat(JsonPointer.at(CONTAINER, "/State/Nope/Deeper")).isNull();
    assertThat(JsonPointer.at(CONTAINER, "/Env/2")).isNull();
    assertThat(JsonPointer.at(CONTAINER, "/Env/01")).isNull();
    assertThat(JsonPointer.at(CONTAINER, "/Env/-")).isNull();
  }

  @Test
  void pointerFindsNamesAndIndexes() {
    assertThat(JsonPointer.at(CONTAINER, "/State/Status")).isEqualTo("running");
    assertThat(JsonPointer.at(CONTAINER, "/Mounts/0/RW")).isEqualTo(true);
    assertThat(JsonPointer.at(CONTAINER, "")).isEqualTo(CONTAINER);
    assertThat(JsonPointer.at(Json.read("{\"a/b\":{\"~1\":{\"\":7}}}"), "/a~1b/~01/")).isEqualTo(7);
  }

  @Test
  void pathsCanBePastedIntoAScript() {
    assertThat(JsonPaths.lines(CONTAINER))
        .containsExactly(
            ".Id = \"3f2a\"",
            ".State.Status = \"running\"",
            ".State.Health = null",
            ".Labels[\"a-b\"] = \"\"",
            ".Labels[\"cost\\$\"] = \"1\"",
            ".Env[0] = \"A=1\"",
            ".Env[1] = \"B\"",
            ".Mounts[0].Type = \"bind\"",
            ".Mounts[0].RW = true",
            ".Ports = {}");
    assertThat(JsonPaths.lines(List.of(1.5))).containsExactly("[0] = 1.5");
    assertThat(JsonPaths.lines("x", Colors.ON))
        .containsExactly("\u001b[36m.\u001b[0m = \u001b[32m\"x\"\u001b[0m");
  }

  @Test
  void treeAlignsNeighboursAndEscapesControlCharacters() {
    assertThat(JsonTree.format(CONTAINER, Colors.OFF))
        .isEqualTo(
            """
            Id:    3f2a
            State:
              Status: running
              Health: null
            Labels:
              a-b:   ""
              cost$: 1
            Env:
              - A=1
              - B
            Mounts:
              - Type: bind
                RW:   true
            Ports: {}
            """);
    assertThat(JsonTree.format(Map.of("k\u001b", "v\u001b[2J"), Colors.OFF))
        .isEqualTo("k\\u001b: v\\u001b[2J\n");
    assertThat(JsonTree.format(Map.of("text", "a\nb\n"), Colors.OFF))
        .isEqualTo("text:\n  a\n  b\n");
  }

  @Test
  void treeIsColouredByRole() {
    assertThat(JsonTree.format(Map.of("a", List.of("b")), Colors.ON))
        .isEqualTo("\u001b[36ma\u001b[0m:\n  \u001b[2m-\u001b[0m \u001b[32mb\u001b[0m\n");
  }

  @Test
  @Timeout(20)
  void thousandLevelsFitOnTheStack() throws InterruptedException {
    // Frames of what is not compiled yet are several times larger; a busy machine compiles late.
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread roomy = new Thread(null, JsonFormatsTest::showThousandLevels, "roomy", 2 << 20);
    roomy.setUncaughtExceptionHandler((thread, error) -> failure.set(error));
    roomy.start();
    roomy.join();
    assertThat(failure.get()).isNull();
  }

  private static void showThousandLevels() {
    String text = "{\"n\":".repeat(500) + "[".repeat(499) + "1" + "]".repeat(499) + "}".repeat(500);
    Object deep = Json.read(text);
    assertThat(Json.write(deep)).isEqualTo(text);
    assertThat(Json.pretty(deep)).hasLineCount(2 * 999 + 1);
    assertThat(JsonTree.format(deep, Colors.OFF)).hasLineCount(501);
    assertThat(Yaml.write(deep)).hasLineCount(501);
    assertThat(JsonPaths.lines(deep)).hasSize(1);
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(
            Csv.write(
                Json.read(
                    "[{\"a\":\"x,y\",\"b\":\"say \\\"hi\\\"\",\"c\":[1,{\"d\":2}]},"
                        + "{\"a\":\"two\\nlines\",\"e\":1.10},{\"a\":\"=1+1\",\"b\":\" pad\"}]")))
        .isEqualTo(
            "a,b,c,e\r\n"
                + "\"x,y\",\"say \"\"hi\"\"\",\"[1,{\"\"d\"\":2}]\",\r\n"
                + "\"two\nlines\",,,1.10\r\n"
                + "=1+1,\" pad\",,\r\n");
  }

  @Test
  void csvOfOtherValuesHasOneColumn() {
    assertThat(Csv.write(List.of(1, "b"))).isEqualTo("value\r\n1\r\nb\r\n");
    assertThat(Csv.write(Json.read("[1,null]"))).isEqualTo("value\r\n1\r\n\"\"\r\n");
    assertThat(Csv.write(Map.of("a", true))).isEqualTo("a\r\ntrue\r\n");
    assertThat(Csv.write(Tabular.of(List.of("B"), List.of(Map.of("A", 1, "B", 2)))))
        .isEqualTo("B\r\n2\r\n");
    assertThat(Csv.write(List.of())).isEmpty();
    assertThat(Csv.write(null)).isEmpty();
  }

  @Test
  void linesOfJsonAreReadByTheStream() {
    Object value = Json.read("[{\"a\":\"x\\ny\"},[1],null]");
    String lines = NdJson.write(value);
    assertThat(lines).isEqualTo("{\"a\":\"x\\ny\"}\n[1]\nnull\n");
    List<Object> back = new ArrayList<>();
    new JsonStream(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(back::add);
    assertThat(back).isEqualTo(value);
    assertThat(NdJson.write(Map.of())).isEqualTo("{}\n");
  }
}
