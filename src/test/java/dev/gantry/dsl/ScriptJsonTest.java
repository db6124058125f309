package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.json.JsonException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptJsonTest {
  private final ScriptJson json = new ScriptJson();

  @TempDir Path folder;

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> json.read("no-such.json"))
        .isInstanceOf(UsageException.class)
        .hasMessage("'no-such.json' is neither JSON nor the name of a file that is there");
  }

  @Test
  void brokenJsonIsRefused() {
    assertThatThrownBy(() -> json.read("{\"a\": ")).isInstanceOf(JsonException.class);
  }

  @Test
  void sourceOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> json.read(7))
        .hasMessage("json.read wants a text or a file, got Integer");
  }

  @Test
  void textThatBeginsLikeJsonIsRead() {
    assertThat(json.read(" {\"a\": 1.10}")).isEqualTo(Map.of("a", new BigDecimal("1.10")));
    assertThat(json.read("[1,\n2]")).isEqualTo(List.of(1, 2));
    assertThat(json.read("\"x\"")).isEqualTo("x");
    assertThat(json.read("-1e3")).isEqualTo(new BigDecimal("-1e3"));
    assertThat(json.read("null")).isNull();
  }

  @Test
  void filesAreReadHoweverTheyAreNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("1.json"), "{\"a\": 1}");

    assertThat(json.read(file)).isEqualTo(Map.of("a", 1));
    assertThat(json.read(file.toFile())).isEqualTo(Map.of("a", 1));
    assertThat(json.read(file.toString())).isEqualTo(Map.of("a", 1));
  }

  @Test
  void bytesAndStreamsAreRead() {
    byte[] bytes = "[1]".getBytes(StandardCharsets.UTF_8);

    assertThat(json.read(bytes)).isEqualTo(List.of(1));
    assertThat(json.read(new ByteArrayInputStream(bytes))).isEqualTo(List.of(1));
  }

  @Test
  void writtenFileIsReadBack() {
    assertThat(json.write(Map.of("a", List.of(1)))).isEqualTo("{\"a\":[1]}");
    assertThat(json.read(json.write(Map.of("a", 1), folder.resolve("x.json"))))
        .isEqualTo(Map.of("a", 1));
  }
}
