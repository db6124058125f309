package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "cookie:a:string", "query:a", "query:a:string@", "query:a:string{x"})
  void otherFormsAreRefused(String text) {
    assertThatThrownBy(() -> Parameter.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("the catalogue is damaged at '" + text + "'");
  }

  @Test
  void shortestFormIsOptionalAndAlwaysThere() {
    Parameter parameter = Parameter.parse("query:limit:integer");

    assertThat(parameter)
        .isEqualTo(
            new Parameter(
                "query", "limit", "integer", false, null, List.of(), new Lifetime(null, null)));
  }

  @Test
  void requiredParameterHasItsMark() {
    assertThat(Parameter.parse("path:id:string!").required()).isTrue();
  }

  @Test
  void defaultAndAllowedValuesAreRead() {
    Parameter parameter =
        Parameter.parse("query:condition:string=\"not-running\"{not-running|removed}@1.30");

    assertThat(parameter.defaultValue()).isEqualTo("not-running");
    assertThat(parameter.allowed()).containsExactly("not-running", "removed");
    assertThat(parameter.since()).isEqualTo(new ApiVersion(1, 30));
    assertThat(parameter.until()).isNull();
  }

  @Test
  void emptyDefaultIsNotAMissingOne() {
    assertThat(Parameter.parse("query:platform:string=\"\"@1.41").defaultValue()).isEmpty();
  }

  @Test
  void repeatedParameterWithBothVersionsIsRead() {
    Parameter parameter = Parameter.parse("query:keep-storage:array:multi@1.39<1.52");

    assertThat(parameter.type()).isEqualTo("array");
    assertThat(parameter.since()).isEqualTo(new ApiVersion(1, 39));
    assertThat(parameter.until()).isEqualTo(new ApiVersion(1, 52));
  }
}
