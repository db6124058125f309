package dev.gantry.shell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignsTest {

  @Test
  void localeDecidesWhatCanBeShown() {
    assertThat(Signs.of(Map.of()).shown("a · b…")).isEqualTo("a | b...");
    assertThat(Signs.of(Map.of("LC_ALL", "C", "LANG", "de_AT.UTF-8")).ellipsis()).isEqualTo("...");
    assertThat(Signs.of(Map.of("LC_ALL", "", "LANG", "de_AT.utf8")).shown("a · b…"))
        .isEqualTo("a · b…");
  }
}
