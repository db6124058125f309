package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
  @ParameterizedTest
  @CsvSource({
    "busybox, docker.io",
    "library/busybox:1, docker.io",
    "docker.io/library/busybox, docker.io",
    "localhost/busybox, localhost",
    "127.0.0.1:5000/a/b@sha256:00, 127.0.0.1:5000",
    "registry.example.com/a:1, registry.example.com",
    "Registry/a, Registry",
  })
  void registryIsWhatTheDaemonTakesForOne(String reference, String registry) {
    assertThat(ImageName.parse(reference).registry()).isEqualTo(registry);
  }
}
