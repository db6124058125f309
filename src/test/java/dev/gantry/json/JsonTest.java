package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,}|unexpected character '}': was expecting double-quote to start field name"
            + " at line 1, column 8, after `{\"a\":1,`",
        "{\"a\" 1}|unexpected character '1': was expecting a colon to separate field name and value"
            + " at line 1, column 6, after `{\"a\"`",
        "{\"a\":[1|the text ends before the value does at line 1, column 8, after `{\"a\":[1`",
        "\"abc|the text ends before the value does at line 1, column 5, after `\"abc`",
        "1 2|there is more text after the value at line 1, column 4, after `1 2`",
        "01|invalid numeric value: Leading zeroes not allowed at line 1, column 2, after `0`",
        "1e99999999999|the exponent of a number is out of range"
            + " at line 1, column 14, after `1e99999999999`",
      })
  void malformedTextNamesPlaceAndExcerpt(String text, String message) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.read(text))
        .withMessage("not valid JSON: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nope",
        "{",
        "[1,",
        "{\"a\":\"\u0001\"}",
        "[1]]",
        "'x'",
        "NaN",
        "tru",
        "\"\\x\""
      })
  void malformedTextIsOneSentenceWithoutNoise(String text) {
    assertThatThrownBy(() -> Json.read(text))
        .isInstanceOf(JsonException.class)
        .message()
        .startsWith("not valid JSON: ")
        .doesNotContain("\n", "REDACTED", "Source", "StreamRead", "JsonParser");
  }

  @Test
  void malformedTextOnLaterLineIsPlacedThere() {
    var e = catchThrowableOfType(JsonException.class, () -> Json.read("{\n \"a\": 1,\n \"b\": x}"));
    assertThat(e.line()).isEqualTo(3);
    assertThat(e.column()).isEqualTo(7);
  }

  @Test
  void problemShowsNothingOfTheText() {
    var e = catchThrowableOfType(JsonException.class, () -> Json.read("{\"auth\":\"c2VjcmV0\" ;}"));
    assertThat(e).hasMessageContaining("c2VjcmV0");
    assertThat(e.problem()).doesNotContain("c2VjcmV0").contains("at line 1, column 20");
  }

  @Test
  void mistakeFarIntoLongStreamIsQuoted() {
    String text = "[" + "1234567,".repeat(10_000) + "here oops]";
    assertThatThrownBy(() -> Json.read(stream(text)))
        .hasMessageContaining("unrecognized token 'here'")
        .hasMessageContaining("after `")
        .hasMessageContaining("1234567,");
  }

  @Test
  void tooDeepTextIsRefused() {
    assertThat(Json.read("[".repeat(1000) + "]".repeat(1000))).isInstanceOf(List.class);
    assertThatThrownBy(() -> Json.read("[".repeat(1001) + "]".repeat(1001)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("nested deeper than 1000 levels");
    assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("nested deeper than 1000 levels");
  }

  @Test
  void brokenStreamIsAnErrorWithItsCause() {
    assertThatThrownBy(() -> Json.read(failing(new IOException("reset by peer"))))
        .isInstanceOf(JsonException.class)
        .hasMessage("cannot read the JSON text: reset by peer")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void uncheckedExceptionOfTheStreamPasses() {
    RuntimeException ours = new IllegalStateException("ours");
    assertThatThrownBy(() -> Json.read(failing(ours))).isSameAs(ours);
  }

  @Test
  void otherShapeThanMapIsRefused() {
    assertThatThrownBy(() -> Json.readMap("[1]"))
        .isInstanceOf(JsonException.class)
        .hasMessage("expected a JSON object but got an array");
    assertThatThrownBy(() -> Json.readMap("null")).hasMessageEndingWith("got null");
    assertThatThrownBy(() -> Json.readMap("\"x\"")).hasMessageEndingWith("got a string");
  }

  @Test
  void everyKindOfValueIsRead() {
    String text =
        "{\"s\":\"a\\u00e9\\n\",\"i\":1,\"l\":3000000000,\"t\":true,\"n\":null,\"a\":[{},[]]}";
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("s", "aé\n");
    expected.put("i", 1);
    expected.put("l", 3_000_000_000L);
    expected.put("t", true);
    expected.put("n", null);
    expected.put("a", List.of(Map.of(), List.of()));
    assertThat(Json.readMap(text)).isEqualTo(expected);
    assertThat(Json.readMap(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    assertThat(Json.readMap(stream(text)).keySet()).containsExactly("s", "i", "l", "t", "n", "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "1E+400", "12345678901234567890", "-0.10", "9223372036854775808"})
  void numberKeepsItsDigits(String digits) {
    assertThat(Json.write(Json.read(digits))).isEqualTo(digits);
  }

  @Test
  void numbersHaveTheSmallestExactType() {
    assertThat(Json.read("1e400")).isEqualTo(new BigDecimal("1e400"));
    assertThat(Json.read("12345678901234567890")).isEqualTo(new BigInteger("12345678901234567890"));
    assertThat(Json.read("0.5")).isEqualTo(new BigDecimal("0.5"));
    assertThat(Json.read("-7")).isEqualTo(-7);
  }

  @Test
  void nameThatComesTwiceKeepsTheLastValue() {
    assertThat(Json.readMap("{\"a\":1,\"b\":2,\"a\":{\"c\":3}}").toString())
        .isEqualTo("{a={c=3}, b=2}");
  }

  @Test
  void byteOrderMarkIsSkipped() {
    assertThat(Json.read("\ufeff{}")).isEqualTo(Map.of());
    assertThat(Json.read(stream("\ufeff{}"))).isEqualTo(Map.of());
  }

  @Test
  void bytesThatAreNoTextBecomeTheReplacementCharacter() {
    assertThat(Json.read(new byte[] {'"', (byte) 0xff, '"'})).isEqualTo("\ufffd");
    assertThat(Json.read(new ByteArrayInputStream(new byte[] {'"', (byte) 0xc3, '"'})))
        .isEqualTo("\ufffd");
  }

  @Test
  void valueWithoutJsonFormIsRefused() {
    assertThatThrownBy(() -> Json.write(Map.of("a", new Object())))
        .isInstanceOf(JsonException.class)
        .hasMessage("cannot write the value as JSON: a java.lang.Object has no JSON form");
    assertThatThrownBy(() -> Json.write(Double.NaN))
        .hasMessage("cannot write the value as JSON: NaN is not a number that JSON can hold");
    assertThatThrownBy(() -> Json.write(new float[] {Float.NEGATIVE_INFINITY}))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void valueThatContainsItselfIsRefused() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("list", new ArrayList<>(List.of(map)));
    assertThatThrownBy(() -> Json.write(map))
        .isInstanceOf(JsonException.class)
        .hasMessage("cannot write the value as JSON: the value contains itself");
    assertThatThrownBy(() -> Json.write(new Endless()))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("nested deeper than 1000 levels");
    assertThat(Json.display(map)).isEqualTo(Map.of("list", List.of("(contains itself)")));
  }

  @Test
  void sameValueTwiceSideBySideIsNoCycle() {
    List<Integer> shared = List.of(1);
    assertThat(Json.write(List.of(shared, shared))).isEqualTo("[[1],[1]]");
  }

  @Test
  void everythingAScriptHasIsWritten() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(CharBuffer.wrap("text"), CharBuffer.wrap("b"));
    map.put(1, Arrays.asList(null, true, 'c', (short) 2, 2.5, new AtomicInteger(3)));
    map.put("path", Path.of("a", "b"));
    map.put("time", Instant.EPOCH);
    map.put("span", Duration.ofSeconds(90));
    map.put("enum", TimeUnit.SECONDS);
    map.put("view", (JsonView) () -> Map.of("x", new int[] {1, 2}));
    map.put("bytes", new byte[] {1, 2, 3});
    assertThat(Json.write(map))
        .isEqualTo(
            "{\"text\":\"b\",\"1\":[null,true,\"c\",2,2.5,3],\"path\":\"a/b\","
                + "\"time\":\"1970-01-01T00:00:00Z\",\"span\":\"PT1M30S\",\"enum\":\"SECONDS\","
                + "\"view\":{\"x\":[1,2]},\"bytes\":\"AQID\"}");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreEscaped() throws IOException {
    var out = new ByteArrayOutputStream();
    Json.write("é😀\"\\\n\t\u001b[31m\u007f\u009b\ud800/", out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\"é😀\\\"\\\\\\n\\t\\u001b[31m\\u007f\\u009b\\ud800/\"");
  }

  @Test
  void prettyTextLooksAsFromJq() {
    assertThat(Json.pretty(Json.read("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[]}")))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": {},
              "d": []
            }""");
  }

  @Test
  void colouredTextPaintsNamesAndScalars() {
    assertThat(Json.pretty(Map.of("a", 1), Colors.ON))
        .isEqualTo("{\n  \u001b[36m\"a\"\u001b[0m: \u001b[35m1\u001b[0m\n}");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream failing(Exception reason) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (reason instanceof IOException io) {
          throw io;
        }
        throw (RuntimeException) reason;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return read();
      }
    };
  }

  private static final class Endless implements JsonView {
    @Override
    public Object toJson() {
      return List.of(new Endless());
    }
  }
}
