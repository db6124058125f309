package dev.gantry.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.http.Body;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlCommandTest {
  private static String at(String host, HttpRequest request) {
    Replayable asked = Replayable.of(request);
    return new CurlCommand(DockerHost.parse(host), null).of(asked.request(), asked.json());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "unix:///run/x.sock|curl --unix-socket /run/x.sock http://localhost/v1.51/info",
        "unix:///run/a b's|curl --unix-socket '/run/a b'\\''s' http://localhost/v1.51/info",
        "tcp://127.0.0.1:99|curl http://127.0.0.1:99/v1.51/info",
        "tcp://[::1]:99|curl --globoff 'http://[::1]:99/v1.51/info'",
        "https://h/base|curl https://h:443/base/v1.51/info",
        "ssh://me@h:2222|ssh -p 2222 -l me -- h"
            + " 'curl --unix-socket /var/run/docker.sock http://localhost/v1.51/info'"
      })
  void leadsToTheSameDaemon(String host, String command) {
    assertThat(at(host, HttpRequest.get("/v1.51/info"))).isEqualTo(command);
  }

  @Test
  void showsTheFilesOfTls() {
    TlsSettings tls =
        new TlsSettings(Path.of("ca.pem"), Path.of("cert.pem"), Path.of("key.pem"), false, null);
    assertThat(
            new CurlCommand(DockerHost.parse("tcp://h:2376"), tls)
                .of(HttpRequest.get("/info"), null))
        .isEqualTo(
            "curl --cacert ca.pem --cert cert.pem --key key.pem --insecure https://h:2376/info");
  }

  @Test
  void bodyIsQuotedForTheShell() {
    HttpRequest request =
        HttpRequest.post("/x").body("application/json", Body.of("{\"a\":\"it's $HOME `x`\"}"));
    assertThat(at("unix:///s", request))
        .isEqualTo(
            "curl --unix-socket /s -X POST -H 'Content-Type: application/json'"
                + " --data-raw '{\"a\":\"it'\\''s $HOME `x`\"}' http://localhost/x");
  }

  @Test
  void whatIsNotInMemoryIsNamedOnly() {
    HttpRequest request =
        HttpRequest.of("PUT", "/x").body("application/x-tar", Body.stream(out -> out.write(1)));
    assertThat(at("unix:///s", request))
        .isEqualTo(
            "curl --unix-socket /s -X PUT -H 'Content-Type: application/x-tar'"
                + " --data-binary @BODY http://localhost/x");
  }

  @Test
  void streamsAndConnectionsToTakeOver() {
    assertThat(at("unix:///s", HttpRequest.get("/events").with(Link.OWN)))
        .isEqualTo("curl --unix-socket /s --no-buffer http://localhost/events");
    assertThat(at("unix:///s", HttpRequest.post("/x").with(Link.UPGRADE)))
        .isEqualTo(
            "curl --unix-socket /s --no-buffer -X POST -H 'Connection: Upgrade' -H 'Upgrade: tcp'"
                + " http://localhost/x");
    assertThat(at("unix:///s", HttpRequest.of("HEAD", "/_ping")))
        .isEqualTo("curl --unix-socket /s --head http://localhost/_ping");
  }

  @Test
  void secretsOfTheQueryAreBlackAndTheRestKeepsItsSpelling() {
    assertThat(
            at("tcp://h:1", HttpRequest.post("/build?t=a%2Fb&buildargs=%7B%22a%22%3A%221%22%7D")))
        .endsWith("'http://h:1/build?t=a%2Fb&buildargs=%7B%22a%22%3A%221%22%7D'");
    assertThat(
            at(
                "tcp://h:1",
                HttpRequest.post("/build?t=a&buildargs=%7B%22PASSWORD%22%3A%22hush%22%7D")))
        .contains("t=a", "PASSWORD", "%2A%2A%2A")
        .doesNotContain("hush");
  }
}
