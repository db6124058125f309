package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpRequestTest {
  @ParameterizedTest
  @CsvSource({
    "?,                                 ''",
    "?docker.run,                       docker.run",
    "'? docker.run ',                   docker.run",
    "docker.run?,                       docker.run",
    "'web ? ',                          web",
    "docker.containers.web.logs?,       docker.containers.web.logs",
    "docker.containers['my-app'].logs?, docker.containers['my-app'].logs",
    "docker.ps()[0]?,                   docker.ps()[0]",
    "docker.run(?,                      docker.run(",
    "?docker exec,                      docker exec",
    "?--rm,                             --rm",
    "??,                                ''",
  })
  void questionIsTakenOut(String entry, String asked) {
    assertThat(HelpRequest.of(entry)).contains(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " web?",
        "x ? 1 : 2",
        "x ?: 3",
        "x?.y",
        "'what?'",
        "println 'a?'",
        "if (x) y?",
        "x = y?",
        "?: 3",
        "?.size()",
        "/help"
      })
  void allElseIsGroovy(String entry) {
    assertThat(HelpRequest.of(entry)).isEmpty();
  }
}
