package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyTest {
  private static Map<String, String> variable(String value) {
    return Map.of("GANTRY_READ_ONLY", value);
  }

  @Test
  void misspelledVariableIsNotTakenForNo() {
    assertThatThrownBy(() -> Safety.UNSAID.whyReadOnly(variable("on!")))
        .isInstanceOf(UsageException.class)
        .hasMessage("GANTRY_READ_ONLY is 1 or 0, got 'on!'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "yes"})
  void variableSaysIt(String value) {
    assertThat(Safety.UNSAID.whyReadOnly(variable(value))).isEqualTo("GANTRY_READ_ONLY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "false", "no"})
  void variableSaysNo(String value) {
    assertThat(Safety.UNSAID.whyReadOnly(variable(value))).isNull();
  }

  @Test
  void optionSaysItWhateverTheVariable() {
    Safety safety = CommandLineParser.parse("--read-only").safety();
    assertThat(safety.whyReadOnly(variable("0"))).isEqualTo("--read-only");
    assertThat(safety.whyReadOnly(Map.of())).isEqualTo("--read-only");
  }
}
