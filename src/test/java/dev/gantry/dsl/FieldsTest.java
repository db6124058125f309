package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      return DslScript.at(engine.host(), "def c = docker.containers.web\n" + script);
    }
  }

  @Test
  void fieldThatIsGoneFromAnObjectWithinSaysSinceWhen() {
    assertThatThrownBy(() -> web("1.52", "c.NetworkSettings.IPAddress"))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining(
            "'IPAddress' of NetworkSettings of container web is gone since API 1.52, this engine"
                + " speaks 1.52; read 'ip' or 'NetworkSettings.Networks'");
    assertThatThrownBy(() -> web("1.56", "c.NetworkSettings.Gateway"))
        .hasMessageContaining("is gone since API 1.52, this engine speaks 1.56; read 'NetworkS");
    assertThatThrownBy(() -> web("1.52", "c.Config.MacAddress"))
        .hasMessageContaining("'MacAddress' of Config of container web is gone since API 1.52");
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
