package dev.gantry.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerNameTest {
  @ParameterizedTest
  @CsvSource({
    "registry.example.com, registry.example.com",
    "registry.example.com/v1/, registry.example.com",
    "https://registry.example.com/v1/, registry.example.com",
    "http://registry.example.com:5000?x=/y, registry.example.com:5000",
    "ftp://me@registry.example.com:/, registry.example.com",
    "https://[::1]:5000/v2/, [::1]:5000",
    "https://[::1]/v2/, ::1",
    "127.0.0.1:5000/a/b, 127.0.0.1:5000",
    "https:///a, https:",
    "localhost, localhost",
  })
  void hostIsWhatTheDockerCliMakesOfIt(String server, String host) {
    assertThat(ServerName.host(server)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io, https://index.docker.io/v1/",
    "'', https://index.docker.io/v1/",
    "https://index.docker.io/v1/, https://index.docker.io/v1/",
    "https://r.example.com/v2/, r.example.com",
  })
  void loginIsKeptUnderTheHostOrUnderDockerHubsOldAddress(String given, String key) {
    assertThat(ServerName.loginKey(given)).isEqualTo(key);
  }
}
