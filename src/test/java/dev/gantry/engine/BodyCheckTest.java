package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.json.Json;
import dev.gantry.json.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyCheckTest {

  private static void check(String operation, Object body, String version) {
    new BodyCheck(Catalogue.shipped().operation(operation), ApiVersion.parse(version)).refuse(body);
  }

  private static void assertRefused(String operation, Object body, String sentence) {
    assertThatThrownBy(() -> check(operation, body, "1.41"))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  private static void assertFine(String operation, Object body, String version) {
    assertThatCode(() -> check(operation, body, version)).doesNotThrowAnyException();
  }

  @Test
  void unknownFieldSuggestsTheNearest() {
    assertRefused(
        "ContainerCreate",
        Map.of("Imge", "busybox"),
        "unknown field 'Imge' in the body of ContainerCreate; did you mean 'Image'?");
    assertRefused(
        "ContainerCreate",
        Map.of("HostConfig", Map.of("Memry", 1)),
        "unknown field 'Memry' in body.HostConfig of ContainerCreate; did you mean 'Memory'?");
  }

  @Test
  void wrongTypeIsRefusedWithItsPath() {
    assertRefused(
        "ContainerCreate",
        Map.of("HostConfig", Map.of("Memory", "5m")),
        "body.HostConfig.Memory wants an integer, got the text '5m'");
    assertRefused(
        "ContainerCreate",
        Map.of("HostConfig", Map.of("PortBindings", Map.of("80/tcp", Map.of()))),
        "body.HostConfig.PortBindings.80/tcp wants a list, got a map");
    assertRefused(
        "ContainerCreate",
        Map.of("HostConfig", Map.of("Mounts", List.of(Map.of("Type", "floppy")))),
        "body.HostConfig.Mounts[0].Type wants one of bind, cluster, image, npipe, tmpfs, volume,"
            + " got the text 'floppy'");
    assertRefused("VolumeCreate", "data", "body wants a map, got the text 'data'");
    assertRefused("PluginSet", Map.of(), "body wants a list, got a map");
  }

  @Test
  void secretIsNotRepeated() {
    assertRefused(
        "SystemAuth", Map.of("password", 1234), "body.password wants a text, got a value");
  }

  @Test
  void fieldOfAnotherVersionIsRefused() {
    assertRefused(
        "ContainerCreate",
        Map.of("HostConfig", Map.of("Annotations", Map.of())),
        "body.HostConfig.Annotations needs API 1.43, and 1.41 is spoken");
    assertRefused(
        "VolumeCreate",
        Map.of("ClusterVolumeSpec", Map.of()),
        "body.ClusterVolumeSpec needs API 1.42, and 1.41 is spoken");
    assertThatThrownBy(() -> check("ContainerUpdate", Map.of("KernelMemory", 1), "1.42"))
        .hasMessage("body.KernelMemory is gone since API 1.42, and 1.42 is spoken");
  }

  @Test
  void whatEveryVersionHasIsFineInEach() {
    for (String version : List.of("1.25", "1.38", "1.41", "1.45", "1.51", "1.56")) {
      assertFine(
          "ContainerCreate",
          Map.of(
              "Image", "busybox",
              "Cmd", "true",
              "ExposedPorts", Map.of("80/tcp", Map.of()),
              "HostConfig", Map.of("Binds", List.of("/a:/b"), "CapAdd", List.of("ALL")),
              "NetworkingConfig",
                  Map.of("EndpointsConfig", Map.of("a", Map.of("Links", List.of())))),
          version);
      assertFine("VolumeCreate", Map.of("Name", "a", "Labels", Map.of("a", "b")), version);
      assertFine("NetworkConnect", Map.of("Container", "a"), version);
      assertFine(
          "PluginPull", List.of(Map.of("Name", "network", "Value", List.of("host"))), version);
    }
  }

  @ParameterizedTest
  @CsvSource({"20.10.24, 1.41", "28.5.2, 1.51"})
  void whatTheDockerCliSendsIsFine(String cli, String version) throws IOException {
    String sent = "/dev/gantry/dsl/options/golden-" + cli + ".ndjson";
    try (InputStream lines = getClass().getResourceAsStream(sent)) {
      for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        Object body = JsonPointer.at(line.isEmpty() ? Map.of() : Json.read(line), "/body");
        assertFine("ContainerCreate", body == null ? Map.of() : body, version);
      }
    }
  }
}
