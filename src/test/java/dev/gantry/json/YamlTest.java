package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTest {
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "yes",
          "No",
          "on",
          "OFF",
          "y",
          "n",
          "null",
          "NULL",
          "~",
          "true",
          "False",
          "1",
          "-1",
          "1.0",
          "1e3",
          ".5",
          ".inf",
          ".nan",
          "0x1f",
          "010",
          "1_000",
          "12:30",
          "12:30:45",
          "2020-01-01",
          "2020-01-01T00:00:00Z",
          "- a",
          "-",
          "a: b",
          "a:",
          "a :b",
          "a #b",
          "a#b",
          "#a",
          "&a",
          "*a",
          "!a",
          "!!str a",
          "|",
          ">",
          "%a",
          "@a",
          "`a`",
          "'a'",
          "\"a\"",
          "{a}",
          "[a]",
          "a, b",
          "? a",
          "<<",
          "=",
          "sha256:abc",
          "8080:80/tcp",
          "/bin/sh -c 'x'",
          " a",
          "a ",
          "a\n",
          "a\nb",
          "a\n\nb\n",
          "a\nb\n\n",
          "\na",
          " a\nb",
          "a\n  b\n c",
          "a \nb",
          "a\tb",
          "\ta",
          "a\n\tb",
          "a\r\nb",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\ufeff",
          "é",
          "日本",
          "😀",
          "---",
          "...",
          "--- a",
          "a\n---\nb",
          "a\n# b\nc: d",
          "\\",
          "a\\nb",
          "\u007f",
          "key: |",
          "NaN",
          "Infinity",
          "a'b\"c",
          "\u0000",
          "x".repeat(20_000));

  @Test
  void valueWithoutYamlFormIsRefused() {
    assertThatThrownBy(() -> Yaml.write(Double.NaN)).isInstanceOf(JsonException.class);
  }

  @Test
  void awkwardTextsComeBackAsTheyWere() {
    assertThat(load(Yaml.write(AWKWARD))).isEqualTo(AWKWARD);
    assertThat(load(Yaml.write(List.of(List.of(AWKWARD))))).isEqualTo(List.of(List.of(AWKWARD)));
    for (String text : AWKWARD) {
      assertThat(load(Yaml.write(text))).as("at the top: %s", text).isEqualTo(text);
    }
  }

  @Test
  void awkwardNamesComeBackAsTheyWere() {
    Map<String, Object> map = new LinkedHashMap<>();
    AWKWARD.forEach(name -> map.put(name, Map.of("text", "a\nb\n", "list", AWKWARD)));
    assertThat(load(Yaml.write(map))).isEqualTo(map);
  }

  @Test
  void nestedContainersComeBackAsTheyWere() {
    Object value =
        Json.read(
            "{\"a\":[[],{},[1,[2,{\"b\":[{\"c\":null,\"d\":true}]}]]],\"e\":{\"f\":{}},\"g\":-7}");
    assertThat(load(Yaml.write(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "1E+30", "-2.5E-7", "0.0", "12345678901234567890"})
  void numbersStayNumbers(String digits) {
    Object back = load(Yaml.write(Json.read(digits)));
    assertThat(back).isInstanceOf(Number.class);
    assertThat(new BigDecimal(back.toString())).isEqualByComparingTo(new BigDecimal(digits));
  }

  @Test
  void numberWithExponentHasPointAndSign() {
    assertThat(Yaml.write(Json.read("[1E+30, 1e5]"))).isEqualTo("- 1.0E+30\n- 1.0E+5\n");
    assertThat(Yaml.write(1e10)).isEqualTo("1.0E+10\n");
    assertThat(load(Yaml.write(1e10))).isEqualTo(1e10);
  }

  @Test
  void documentLooksAsWrittenByHand() {
    Object value =
        Json.read(
            "{\"Id\":\"abc\",\"Port\":80,\"Size\":1.10,\"On\":\"yes\",\"Cmd\":[\"sh\",\"-c\"],"
                + "\"Mounts\":[{\"Type\":\"bind\",\"RW\":true},{\"Type\":\"volume\"}],"
                + "\"Script\":\"a\\nb\\n\",\"Labels\":{},\"Health\":null}");
    assertThat(Yaml.write(value))
        .isEqualTo(
            """
            Id: abc
            Port: 80
            Size: 1.10
            "On": "yes"
            Cmd:
              - sh
              - "-c"
            Mounts:
              - Type: bind
                RW: true
              - Type: volume
            Script: |
              a
              b
            Labels: {}
            Health: null
            """);
  }

  /** A reader of YAML 1.1, which knows more words and numbers than one of 1.2. */
  private static Object load(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text);
  }
}
