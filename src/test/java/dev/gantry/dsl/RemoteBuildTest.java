package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Contexts that the engine fetches itself. */
@Timeout(120)
class RemoteBuildTest {
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", RemoteBuildTest::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/file" ->
            send(
                exchange,
                "text/plain",
                "FROM scratch\nLABEL from=file\n".getBytes(StandardCharsets.UTF_8));
        case "/tar" ->
            send(
                exchange,
                "application/x-tar",
                SmallTar.of("Dockerfile", "FROM scratch\nLABEL from=tar\n"));
        case "/moved" -> {
          exchange.getResponseHeaders().set("Location", "/tar");
          exchange.sendResponseHeaders(302, -1);
        }
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private String build(String path, boolean buildkit) {
    return "docker.images.build('http://127.0.0.1:%d/%s', tag: 'dsl-a', buildkit: %s)"
        .formatted(server.getAddress().getPort(), path, buildkit);
  }

  @OnEngines
  void whatIsNotThereIsRefusedInTheEnginesWords(TestEngine engine) {
    for (boolean buildkit : List.of(false, true)) {
      assertThat(DslScript.failure(engine, build("nothing", buildkit)))
          .startsWith("Cannot build an image: ")
          .contains("status", "404");
    }
  }

  @OnEngines
  void imageIsBuiltFromWhatTheEngineFetches(TestEngine engine) {
    for (boolean buildkit : List.of(false, true)) {
      for (String path : List.of("file", "tar", "moved")) {
        assertThat(DslScript.run(engine, build(path, buildkit) + ".image.labels.from"))
            .as(path)
            .isEqualTo(path.equals("file") ? "file" : "tar");
      }
    }
  }
}
