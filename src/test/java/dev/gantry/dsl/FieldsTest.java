package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.json.Json;
import dev.gantry.script.ScriptException;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FieldsTest {
  private static final String WEB =
      """
      {"Id": "0123456789abcdef", "Name": "/web", "Config": {"Labels": {"a": "b"}},
       "NetworkSettings": {"Ports": {"80/tcp": [{"HostIp": "::", "HostPort": "8080"}]},
         "Networks": {"net": {"IPAddress": "172.17.0.2"}}}}
      """;

  private static @Nullable Object web(String version, String script) throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.TCP, version)) {
      engine.answer("GET /containers/web/json", Reply.json(200, WEB));
      engine.answer("GET /containers/0123456789abcdef/json", Reply.json(200, WEB));
      return DslScript.at(engine.host(), "def c = docker.containers.web\n" + script);
    }
  }

  private static @Nullable Object image(String version, String script) throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.TCP, version)) {
      engine.answer("GET /images/web/json", Reply.json(200, "{\"Id\": \"sha256:0123\"}"));
      return DslScript.at(engine.host(), "def i = docker.images['web']\n" + script);
    }
  }

  @Test
  void fieldThatIsGoneFromAnObjectWithinSaysSinceWhen() {
    assertThatThrownBy(() -> web("1.52", "c.NetworkSettings.IPAddress"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining(
            "'IPAddress' of NetworkSettings of container web is gone since API 1.52, and 1.52"
                + " is spoken; read 'ip' or 'NetworkSettings.Networks'");
    assertThatThrownBy(() -> web("1.56", "c.NetworkSettings.Gateway"))
        .hasMessageContaining("is gone since API 1.52, and 1.56 is spoken; read 'NetworkS");
    assertThatThrownBy(() -> web("1.52", "c.Config.MacAddress"))
        .hasMessageContaining("'MacAddress' of Config of container web is gone since API 1.52");
  }

  @Test
  void fieldThatIsGoneSaysSoFromTheWholeJsonDown() {
    for (String whole : new String[] {"c.attrs", "c.inspect()", "c.inspect(size: true)"}) {
      assertThatThrownBy(() -> web("1.52", whole + ".NetworkSettings.IPAddress"))
          .isInstanceOf(ScriptException.class)
          .hasMessageContaining("'IPAddress' of NetworkSettings of container web is gone since");
    }
    assertThatThrownBy(() -> image("1.45", "i.attrs.ContainerConfig"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("'ContainerConfig' of image ")
        .hasMessageContaining("is gone since API 1.45, and 1.45 is spoken; read 'Config'");
  }

  @Test
  void wholeJsonIsAMapLikeAnyOther() throws IOException {
    assertThat(web("1.52", "c.attrs")).isEqualTo(Json.read(WEB));
    assertThat(web("1.52", "c.attrs.NoSuchField")).isNull();
    assertThat(web("1.52", "def a = c.attrs; a.Config.Labels.b = 'c'; a.Config.Labels"))
        .isEqualTo(Map.of("a", "b", "b", "c"));
    assertThat(web("1.52", "def a = c.attrs; a.Config.Labels.b = 'c'; c.Config.Labels"))
        .isEqualTo(Map.of("a", "b"));
    assertThat(image("1.44", "i.attrs.ContainerConfig")).isNull();
  }

  @Test
  void fieldThatIsNotThereIsNullWhereItMayBe() throws IOException {
    assertThat(web("1.51", "c.NetworkSettings.IPAddress")).isNull();
    assertThat(web("1.52", "c.NetworkSettings.SandboxID")).isNull();
    assertThat(web("1.52", "c.Config.Labels.IPAddress")).isNull();
    assertThat(web("1.52", "c.NetworkSettings.Networks.net.IPAddress")).isEqualTo("172.17.0.2");
    assertThat(web("1.52", "c.Config.Labels")).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void addressAndPortsAreReadOnEveryVersion() throws IOException {
    for (String version : new String[] {"1.41", "1.51", "1.52", "1.56"}) {
      assertThat(web(version, "[c.ip, c.ports]")).hasToString("[172.17.0.2, {80/tcp=[[::]:8080]}]");
    }
  }
}
