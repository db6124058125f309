package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectStreamTest {
  private static final Failure PULL =
      new Failure("pull image 'a'", "POST /images/create", FakeEngine.WHERE, 200, "");

  private static ObjectStream stream(String body) {
    return new ObjectStream(FakeEngine.answer(200, body), PULL);
  }

  private static String numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"n\":%d}\n"::formatted)
        .collect(Collectors.joining());
  }

  @Test
  void errorAmongTheObjectsThrowsWithWhatCameBefore() {
    ObjectStream pull =
        stream(
            """
            {"status":"Pulling"}
            {"errorDetail":{"message":"no space left"},"error":"no space left"}
            """);

    ProgressException failure = catchThrowableOfType(ProgressException.class, pull::drain);

    assertThat(failure)
        .hasMessage(
            "Cannot pull image 'a': no space left (200 on POST /images/create, "
                + FakeEngine.WHERE
                + ")");
    assertThat(failure.daemonMessage()).isEqualTo("no space left");
    assertThat(failure.progress()).containsExactly(Map.of("status", "Pulling"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":"only a text"}                                | only a text
          {"errorDetail":{"message":"detail"}}                   | detail
          {"errorDetail":{"code":1},"error":"text beside a code"} | text beside a code
          {"errorDetail":{"code":1}}                             | {"code":1}
          {"errorDetail":"odd"}                                  | "odd"
          """)
  void everyFormOfAnErrorThrows(String object, String message) {
    assertThatThrownBy(() -> stream(object).drain())
        .isInstanceOfSatisfying(
            ProgressException.class, e -> assertThat(e.daemonMessage()).isEqualTo(message));
  }

  @Test
  void onlyTheLastHundredBeforeAnErrorAreKept() {
    ProgressException failure =
        catchThrowableOfType(
            ProgressException.class, () -> stream(numbered(250) + "{\"error\":\"x\"}").drain());

    assertThat(failure.progress()).hasSize(100);
    assertThat(failure.progress().get(0)).hasToString("{n=150}");
  }

  @Test
  void streamThatEndsWithinAnObjectIsAnError() {
    ObjectStream cut = stream("{\"status\":\"a\"}{\"status\":");

    assertThat(cut.next()).containsEntry("status", "a");
    assertThatThrownBy(cut::next)
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Cannot pull image 'a': the answer is not JSON: not valid JSON:");
  }

  @Test
  void emptyStreamHasNothing() {
    assertThat(stream("").drain()).isEmpty();
  }

  @Test
  void objectsComeInTheirOrderWithOrWithoutLineBreaks() {
    assertThat(stream("{\"n\":1}{\"n\":2}\r\n{\"n\":3}").drain())
        .extracting(object -> String.valueOf(object.get("n")))
        .containsExactly("1", "2", "3");
  }

  @Test
  void emptyErrorDetailIsNone() {
    assertThat(stream("{\"status\":\"a\",\"errorDetail\":null}").drain()).hasSize(1);
  }
}
