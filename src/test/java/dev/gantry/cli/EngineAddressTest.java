package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressTest {
  @TempDir Path folder;

  private static String resolve(Map<String, String> env, Reach reach) {
    return new EngineAddress(env, path -> false).resolve(reach).toString();
  }

  private static Reach host(String host, boolean insecure) {
    return new Reach(host, null, null, insecure);
  }

  @Test
  void plainTcpToAnotherMachineIsRefusedUnlessInsisted() {
    assertThatThrownBy(() -> resolve(Map.of(), host("tcp://192.0.2.1:2375", false)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("refusing plain TCP to tcp://192.0.2.1:2375")
        .hasMessageContaining("--insecure");
    assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375"), Reach.UNSAID))
        .isInstanceOf(UsageException.class);
    assertThat(resolve(Map.of(), host("tcp://192.0.2.1:2375", true)))
        .isEqualTo("tcp://192.0.2.1:2375");
  }

  @Test
  void tlsThatIsAskedForIsNotLeftOut() {
    Map<String, String> env = Map.of("DOCKER_TLS_VERIFY", "1");
    assertThatThrownBy(() -> resolve(env, host("tcp://127.0.0.1:2376", true)))
        .hasMessageContaining("does not fall back to plain TCP");
  }

  @Test
  void contextOfTheEnvironmentIsRefusedUnlessAHostIsNamed() {
    Map<String, String> env = Map.of("DOCKER_CONTEXT", "far");
    assertThatThrownBy(() -> resolve(env, Reach.UNSAID))
        .hasMessageStartingWith("DOCKER_CONTEXT names the context 'far'");
    assertThat(resolve(env, host("unix:///x", false))).isEqualTo("unix:///x");
  }

  @Test
  void contextOfTheConfigFileIsRefusedUnlessItIsTheDefault() throws Exception {
    Map<String, String> env = Map.of("DOCKER_CONFIG", folder.toString());
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{\"currentContext\": \"far\"}");
    assertThatThrownBy(() -> resolve(env, Reach.UNSAID))
        .hasMessageStartingWith(config + " names the context 'far'");
    Files.writeString(config, "{\"currentContext\": \"default\"}");
    assertThat(resolve(env, Reach.UNSAID)).isEqualTo("unix:///var/run/docker.sock");
  }

  @Test
  void flagWinsOverTheEnvironmentAndThatOverTheSocket() {
    Map<String, String> env = Map.of("DOCKER_HOST", "unix:///env");
    assertThat(resolve(env, host("unix:///flag", false))).isEqualTo("unix:///flag");
    assertThat(resolve(env, Reach.UNSAID)).isEqualTo("unix:///env");
    assertThat(resolve(Map.of(), Reach.UNSAID)).isEqualTo("unix:///var/run/docker.sock");
  }

  @Test
  void rootlessSocketIsTakenWhenItIsAllThereIs() {
    Map<String, String> env = Map.of("XDG_RUNTIME_DIR", "/run/user/7");
    var address = new EngineAddress(env, path -> path.startsWith("/run/user/7"));
    assertThat(address.resolve(Reach.UNSAID).toString())
        .isEqualTo("unix:///run/user/7/docker.sock");
  }
}
