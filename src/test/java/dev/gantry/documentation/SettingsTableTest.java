package dev.gantry.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.shell.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The README names every setting of the shell, as it is. */
class SettingsTableTest {
  @Test
  void tableOfSettingsIsWhatTheShellHas() throws IOException {
    String table = Arrays.stream(Setting.values()).map(SettingsTableTest::row).collect(joining());
    assertThat(Files.readString(Path.of("README.md")))
        .contains("|---|---|---|---|\n" + table + "\n");
  }

  private static String row(Setting setting) {
    String words = setting.words().stream().map("`%s`"::formatted).collect(joining(", "));
    return "| `%s` | `%s` | %s | %s |\n"
        .formatted(setting.key(), setting.usual(), words, setting.help());
  }
}
