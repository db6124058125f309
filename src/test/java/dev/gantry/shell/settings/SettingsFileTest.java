package dev.gantry.shell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  private final Settings settings = new Settings();
  @TempDir Path folder;
  private @SuppressWarnings("NullAway.Init") Path file;

  @BeforeEach
  void nameFile() throws IOException {
    file = Files.createDirectories(folder.resolve("gantry")).resolve("config.toml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          suggest = "off";pager = x          | :2: not valid TOML: Unknown token
          pager = "sometimes"                | :1: pager is one of auto, on, off, not 'sometimes'
          ;sugest = "off"                    | :2: no setting 'sugest'; did you mean 'suggest'?
          pager = ["on"]                     | :1: 'pager' is one value, not a list
          [alias];ll = "1"                   | :1: no table 'alias'; did you mean 'aliases'?
          [aliases];ll = "1";x = ["a"]       | :1: the alias 'x' is a text in quotes
          [aliases];"a b" = "1"              | :1: 'a b' cannot be the name of an alias
          """)
  void mistakeIsToldWithItsLine(String text, String sentence) throws IOException {
    assertThat(load(text.replace(';', '\n'))).singleElement().asString().contains(sentence);
  }

  @Test
  void mistakeDoesNotKeepTheRestFromCounting() throws IOException {
    assertThat(load("pagr = 1\nsuggest = false\nediting-mode = 'vi'\n[aliases]\nll = 'x'\n"))
        .hasSize(1);
    assertThat(settings.get(Setting.SUGGEST)).isEqualTo("off");
    assertThat(settings.get(Setting.EDITING_MODE)).isEqualTo("vi");
    assertThat(settings.aliases()).isEqualTo(Map.of("ll", "x"));
  }

  @Test
  void fileThatIsMissingOrNoTextIsNoReasonToStop() throws IOException {
    assertThat(new SettingsFile(file).load(settings)).isEmpty();
    Files.write(file, new byte[] {(byte) 0xff});
    assertThat(new SettingsFile(file).load(settings)).singleElement().asString().contains("UTF-8");
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(new SettingsFile(file).load(settings))
        .singleElement()
        .asString()
        .startsWith("cannot read " + file);
  }

  @Test
  void choiceIsKeptInANewFileAndReadAgain() throws IOException {
    Files.delete(file.getParent());
    new SettingsFile(file).save(Setting.PAGER, "off");
    assertThat(Files.readString(file)).isEqualTo("pager = \"off\"\n");
    assertThat(new SettingsFile(file).load(settings)).isEmpty();
    assertThat(settings.get(Setting.PAGER)).isEqualTo("off");
  }

  @Test
  void folderIsThatOfTheXdgSpecification() {
    assertThat(ConfigFolder.of(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.config/gantry"));
    assertThat(ConfigFolder.of(Map.of("HOME", "/h", "XDG_CONFIG_HOME", "/c")))
        .isEqualTo(Path.of("/c/gantry"));
  }

  private List<String> load(String text) throws IOException {
    Files.writeString(file, text);
    return new SettingsFile(file).load(settings);
  }
}
