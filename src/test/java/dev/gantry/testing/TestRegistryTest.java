package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class TestRegistryTest {

  private static void push(TestEngine engine, String repository, String credentials) {
    engine.client().call("ImageTag", Map.of("name", "busybox", "repo", repository, "tag", "1"));
    try {
      engine
          .client()
          .call(
              "ImagePush",
              Map.of(
                  "name",
                  repository,
                  "tag",
                  "1",
                  "X-Registry-Auth",
                  Base64.getUrlEncoder()
                      .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    } finally {
      engine.client().call("ImageDelete", Map.of("name", repository + ":1"));
    }
  }

  @OnEngines
  void registryWithPasswordTurnsStrangersAway(TestEngine engine, @WithPassword TestRegistry it) {
    assertThatThrownBy(() -> push(engine, it.host() + "/fixture", "{}"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("auth");
    push(
        engine,
        it.host() + "/fixture",
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(it.user(), it.password()));
  }

  @OnEngines
  void openRegistryTakesAnImageOfEverybody(TestEngine engine, TestRegistry registry) {
    assertThat(registry.host()).startsWith("127.0.0.1:");
    push(engine, registry.host() + "/fixture", "{}");
  }
}
