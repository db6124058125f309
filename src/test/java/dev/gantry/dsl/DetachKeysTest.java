package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetachKeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"ctrl-", "ctrl-1", "ctrl-A", "ab", "ctrl-p,,q", "é", "alt-x"})
  void whatIsNoKeyIsRefused(String keys) {
    assertThatThrownBy(() -> DetachKeys.of(keys, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("detachKeys are single letters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "ctrl-@ 00",
        "ctrl-a,b 0162",
        "ctrl-z 1a",
        "ctrl-[ 1b",
        "ctrl-\\ 1c",
        "ctrl-] 1d",
        "ctrl-^ 1e",
        "ctrl-_ 1f",
        "DEL 7f",
        "A,1,@ 413140",
      })
  void keysAreWrittenAsForTheDockerCli(String keys, String codes) {
    assertThat(DetachKeys.parse(keys)).asHexString().isEqualToIgnoringCase(codes);
  }

  @Test
  void keysComeFromTheOptionThenTheConfigurationThenCustom(@TempDir Path folder)
      throws IOException {
    Map<String, String> env = Map.of("DOCKER_CONFIG", folder.toString());
    assertThat(DetachKeys.of(null, env).text()).isEqualTo("ctrl-p,ctrl-q");
    Files.writeString(folder.resolve("config.json"), "{\"detachKeys\": \"ctrl-x,d\"}");
    assertThat(DetachKeys.of(null, env).text()).isEqualTo("ctrl-x,d");
    assertThat(DetachKeys.of("a,b", env).text()).isEqualTo("a,b");
  }

  @Test
  void firstKeyIsHeldBackUntilTheNextOneIsAnother() {
    DetachKeys keys = DetachKeys.of("x,y,z", Map.of());
    assertThat(pass(keys, "1x")).isEqualTo("1");
    assertThat(pass(keys, "y")).isEmpty();
    assertThat(pass(keys, "2xy")).isEqualTo("xy2");
    assertThat(keys.isComplete()).isFalse();
    assertThat(pass(keys, "z3")).isEmpty();
    assertThat(keys.isComplete()).isTrue();
  }

  private static String pass(DetachKeys keys, String typed) {
    byte[] bytes = typed.getBytes(StandardCharsets.US_ASCII);
    return new String(keys.pass(bytes, bytes.length), StandardCharsets.US_ASCII);
  }
}
