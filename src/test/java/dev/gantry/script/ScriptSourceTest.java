package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptSourceTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "gone.groovy | no script file 'gone.groovy'",
        "a/gone      | no script file 'a/gone'",
        "ps          | no script file 'ps'; to run an expression: gantry -e 'docker.ps()'",
        "docker.ps() | no script file 'docker.ps()'; to run an expression: gantry -e 'docker.ps()'",
      })
  void missingFileGetsHintThatFitsWhatWasTyped(String typed, String sentence) {
    assertRefused(Path.of(typed), sentence);
  }

  @Test
  void forgottenEndingIsPointedOut() throws IOException {
    Files.createFile(folder.resolve("nightly.groovy"));
    Path typed = folder.resolve("nightly");
    assertRefused(typed, "no script file '" + typed + "'; did you mean '" + typed + ".groovy'?");
  }

  @Test
  void directoryIsNoScript() {
    assertRefused(folder, "'" + folder + "' is a directory, not a script");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    Path file = Files.write(folder.resolve("latin.groovy"), new byte[] {'"', (byte) 0xE4, '"'});
    assertRefused(file, "the script '" + file + "' is not UTF-8 text");
  }

  @Test
  void byteOrderMarkIsDropped() throws IOException {
    Path file = Files.writeString(folder.resolve("bom.groovy"), "\uFEFF'ü'");
    assertThat(ScriptSource.file(file).text()).isEqualTo("'ü'");
  }

  @Test
  void standardInputIsReadToItsEnd() {
    byte[] text = "1\n2".getBytes(StandardCharsets.UTF_8);
    assertThat(ScriptSource.standardInput(new ByteArrayInputStream(text)))
        .isEqualTo(new ScriptSource("standard input", "1\n2"));
  }

  private static void assertRefused(Path path, String sentence) {
    assertThatThrownBy(() -> ScriptSource.file(path))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }
}
