package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.DockerHost;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {
  private static final DockerHost SOCKET = DockerHost.ofDefaultSocket();

  @ParameterizedTest
  @CsvSource({
    "unix:///x, docker, /info",
    "tcp://h:1, h:1, /info",
    "tcp://[::1]:1/p, [::1]:1, /p/info"
  })
  void hostAndBasePathComeFromTheDockerHost(String url, String host, String target) {
    ClassicHttpRequest head = RequestHead.of(HttpRequest.get("/info"), DockerHost.parse(url));
    assertThat(head.getFirstHeader("Host").getValue()).isEqualTo(host);
    assertThat(head.getRequestUri()).isEqualTo(target);
  }

  @Test
  void doubleSlashIsLeftAlone() {
    assertThat(RequestHead.of(HttpRequest.get("//info?a=//b"), SOCKET).getRequestUri())
        .isEqualTo("//info?a=//b");
  }

  @Test
  void framingIsTheClientsOwnBusiness() {
    HttpRequest request =
        HttpRequest.post("/x")
            .header("content-length", "9")
            .header("HOST", "evil")
            .header("X-Registry-Auth", "abc")
            .with(Body.of("four"));
    assertThat(lines(RequestHead.of(request, SOCKET)))
        .contains("Host: docker", "Content-Length: 4", "X-Registry-Auth: abc")
        .doesNotContain("content-length: 9", "HOST: evil");
  }

  @Test
  void agentIsGantryUnlessSaidOtherwise() {
    assertThat(lines(RequestHead.of(HttpRequest.get("/x"), SOCKET)))
        .anyMatch(line -> line.startsWith("User-Agent: gantry/"));
    assertThat(lines(RequestHead.of(HttpRequest.get("/x").header("User-Agent", "me"), SOCKET)))
        .contains("User-Agent: me")
        .noneMatch(line -> line.contains("gantry"));
  }

  @Test
  void connectionOfItsOwnIsClosedAfterwards() {
    assertThat(lines(RequestHead.of(HttpRequest.get("/x").with(Link.OWN), SOCKET)))
        .contains("Connection: close");
  }

  private static List<String> lines(ClassicHttpRequest head) {
    return Arrays.stream(head.getHeaders()).map(h -> h.getName() + ": " + h.getValue()).toList();
  }
}
