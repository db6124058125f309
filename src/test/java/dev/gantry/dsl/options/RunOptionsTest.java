package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {
  @Test
  void optionsThatExcludeEachOtherAreRefused() {
    assertRefused(Map.of("rm", true, "restart", "always"), "option 'rm' of run excludes 'restart'");
    assertRefused(
        Map.of("detach", true, "attach", "stdin"),
        "'attach' and 'detach' of run exclude each other");
    assertRefused(Map.of("noHealthcheck", true, "healthRetries", 1), "excludes 'health…'");
  }

  @Test
  void secondCommandIsRefused() {
    RunOptions options = parse(Map.of("command", List.of("ls")), "1.51");
    assertThatThrownBy(() -> options.create("alpine", List.of("ps")))
        .isInstanceOf(UsageException.class)
        .hasMessage("option 'command' of run excludes a command after the image");
    assertThat(options.create("alpine", List.of()).body()).containsEntry("Cmd", List.of("ls"));
  }

  @Test
  void severalNetworksNeedAnEngineThatTakesThem() {
    assertThatThrownBy(() -> create(Map.of("networks", List.of("a", "b")), "1.43"))
        .isInstanceOf(UsageException.class)
        .hasMessage("more than one network for run needs API 1.44, and 1.43 is spoken");
  }

  @Test
  void nothingAskedForIsNearlyNothingSent() {
    assertThat(create(Map.of(), "1.51").body())
        .isEqualTo(
            Map.of(
                "Image", "alpine",
                "AttachStdin", false,
                "AttachStdout", true,
                "AttachStderr", true,
                "OpenStdin", false,
                "StdinOnce", false));
  }

  @Test
  void detachedContainerHasNoStreamsAttached() {
    CreateRequest request = create(Map.of("detach", true, "interactive", true), "1.51");
    assertThat(request.detach()).isTrue();
    assertThat(request.interactive()).isTrue();
    assertThat(request.body())
        .containsEntry("OpenStdin", true)
        .containsEntry("StdinOnce", false)
        .containsEntry("AttachStdin", false)
        .containsEntry("AttachStdout", false);
  }

  @Test
  void whatIsNotSentIsHandedOn() {
    CreateRequest request =
        create(
            Map.of(
                "name",
                "web",
                "rm",
                true,
                "tty",
                true,
                "pull",
                "never",
                "quiet",
                true,
                "sigProxy",
                false,
                "detachKeys",
                "ctrl-x",
                "cidfile",
                "id.txt"),
            "1.51");
    assertThat(request.query()).isEqualTo(Map.of("name", "web"));
    assertThat(request.body()).doesNotContainKeys("name", "pull", "cidfile");
    assertThat(request.autoRemove()).isTrue();
    assertThat(request.tty()).isTrue();
    assertThat(request.pull()).isEqualTo("never");
    assertThat(request.quiet()).isTrue();
    assertThat(request.sigProxy()).isFalse();
    assertThat(request.detachKeys()).contains("ctrl-x");
    assertThat(request.cidfile()).contains("id.txt");
  }

  @Test
  void everyDefaultIsTheClis() {
    CreateRequest request = create(Map.of(), "1.51");
    assertThat(request.detach()).isFalse();
    assertThat(request.pull()).isEqualTo("missing");
    assertThat(request.quiet()).isFalse();
    assertThat(request.sigProxy()).isTrue();
    assertThat(request.detachKeys()).isEmpty();
    assertThat(request.cidfile()).isEmpty();
    assertThat(request.autoRemove()).isFalse();
  }

  @Test
  void falseAndZeroAreSentWhereTheyWereAskedFor() {
    Map<String, Object> given = Map.of("init", false, "stopTimeout", 0, "noHealthcheck", false);
    assertThat(create(given, "1.51").body())
        .containsEntry("StopTimeout", 0L)
        .containsEntry("HostConfig", Map.of("Init", false))
        .doesNotContainKey("Healthcheck");
  }

  @Test
  void variablesOverrideThoseOfAFileByComingLater() {
    Object env =
        create(Map.of("env", Map.of("INDENTED", 2), "envFile", "app.env"), "1.51")
            .body()
            .get("Env");
    assertThat(env)
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .startsWith("INDENTED=1")
        .endsWith("INDENTED=2");
  }

  @ParameterizedTest
  @CsvSource({"1.43, true", "1.44, false"})
  void macAddressIsBesideTheNetworkForOldEngines(String api, boolean beside) {
    String mac = "92:d0:c6:0a:29:33";
    Map<String, ?> body = create(Map.of("network", "mine", "macAddress", mac), api).body();
    assertThat(body.containsKey("MacAddress")).isEqualTo(beside);
    assertThat(String.valueOf(body.get("NetworkingConfig")).contains(mac)).isEqualTo(!beside);
  }

  @Test
  void everyNetworkOfSeveralHasAnEnd() {
    assertThat(create(Map.of("networks", List.of("a", "b"), "ip", "10.0.0.5"), "1.44").body())
        .containsEntry(
            "NetworkingConfig",
            Map.of(
                "EndpointsConfig",
                Map.of(
                    "a", Map.of("IPAMConfig", Map.of("IPv4Address", "10.0.0.5")), "b", Map.of())));
  }

  @Test
  void networksCanBeAskedForMoreThanOnce() {
    RunOptions options = parse(Map.of("network", "mine", "networkAlias", "a"), "1.51");
    assertThat(options.create("alpine", List.of())).isEqualTo(options.create("alpine", List.of()));
  }

  @Test
  void bodyIsMergedDeeplyOverTheRest() {
    Map<String, Object> rest =
        Map.of(
            "HostConfig", Map.of("Memory", 1, "Dns", List.of("9.9.9.9"), "CpuCount", 2),
            "Healthcheck", Map.of("Retries", 2));
    CreateRequest request =
        create(
            Map.of("memory", "1g", "dns", List.of("1.1.1.1"), "readOnly", true, "body", rest),
            "1.51");
    assertThat(request.body())
        .containsEntry("Healthcheck", Map.of("Retries", 2))
        .containsEntry(
            "HostConfig",
            Map.of("Memory", 1, "Dns", List.of("9.9.9.9"), "ReadonlyRootfs", true, "CpuCount", 2));
  }

  private static RunOptions parse(Map<String, ?> options, String api) {
    return RunOptions.parse("run", options, TestSurroundings.speaking(api));
  }

  private static CreateRequest create(Map<String, ?> options, String api) {
    return parse(options, api).create("alpine", List.of());
  }

  private static void assertRefused(Map<String, ?> options, String message) {
    assertThatThrownBy(() -> parse(options, "1.51"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
