package dev.gantry.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomHeadersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"secret", "=secret", "a=1,secret", "a=1,\"b=secret", "a=1,b=\"secret\""})
  void variableThatIsNoPairsIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> sent(Map.of("DOCKER_CUSTOM_HEADERS", text), HttpRequest.get("/")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("DOCKER_CUSTOM_HEADERS wants name=value pairs")
        .hasMessageNotContaining("secret");
  }

  @Test
  void headerThatWouldBreakTheMessageIsRefusedAndNotRepeated() throws Exception {
    new ContextFiles(folder).config("{\"HttpHeaders\": {\"X-Key\": \"secret\\r\\nX-Other: 1\"}}");
    assertThatThrownBy(() -> sent(Map.of(), HttpRequest.get("/")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'X-Key'")
        .hasMessageNotContaining("secret");
  }

  @Test
  void variableIsReadAsCommaSeparatedValues() {
    Map<String, String> env =
        Map.of(
            "DOCKER_CUSTOM_HEADERS", "one= a b ,\"two=1,2\",\" three =a=\"\"b\"\"\",One=2,four=");
    Headers headers = sent(env, HttpRequest.get("/"));
    assertThat(headers.all("one")).containsExactly("2");
    assertThat(headers.all("two")).containsExactly("1,2");
    assertThat(headers.all("three")).containsExactly("a=\"b\"");
    assertThat(headers.all("four")).containsExactly("");
  }

  @Test
  void callKeepsItsOwnHeaders() throws Exception {
    new ContextFiles(folder)
        .config(
            "{\"httpheaders\": {\"X-Registry-Auth\": \"theirs\", \"User-Agent\": \"x\", \"A\":"
                + " 1}}");
    HttpRequest request = HttpRequest.get("/").header("x-registry-auth", "ours");
    Headers headers = sent(Map.of(), request);
    assertThat(headers.all("X-Registry-Auth")).containsExactly("ours");
    assertThat(headers.contains("User-Agent")).isFalse();
    assertThat(headers.first("A")).contains("1");
  }

  private Headers sent(Map<String, String> variables, HttpRequest request) {
    Map<String, String> env = new HashMap<>(new ContextFiles(folder).env());
    env.putAll(variables);
    List<Headers> sent = new ArrayList<>();
    HttpExchange http =
        asked -> {
          sent.add(asked.headers());
          throw new AssertionError("not answered");
        };
    HttpExchange with = CustomHeaders.on(http, env);
    assertThatThrownBy(() -> with.send(request)).isInstanceOf(AssertionError.class);
    return sent.get(0);
  }
}
