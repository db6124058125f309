package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.HttpClient;
import dev.gantry.http.StreamException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/**
 * What is seen of an engine that crashes while it is used. The engine is one of the test's own.
 * (One that is stopped in order ends its containers first, and their logs with them.)
 */
@Timeout(120)
class EngineLostTest {
  private static final String TALKS = "while true; do echo still here; sleep 0.2; done";

  @OnEngines
  void engineThatCrashesEndsFollowedLogsWithAnError(TestEngine like) throws IOException {
    try (PrivateEngine engine = PrivateEngine.start(like.kind(), "--image")) {
      assertLostWhenKilled(engine, engine.host());
    }
  }

  @OnEngines
  void engineThatCrashesEndsFollowedLogsOverTcpWithAnError(TestEngine like) throws IOException {
    try (PrivateEngine engine = PrivateEngine.start(like.kind(), "--image", "--tcp")) {
      assertLostWhenKilled(engine, engine.tcpHost().orElseThrow());
    }
  }

  private static void assertLostWhenKilled(PrivateEngine engine, DockerHost host)
      throws IOException {
    try (HttpClient http = new HttpClient(Transport.to(host))) {
      EngineClient client = new EngineClient(http, host.toString(), null);
      // Not closed: the container goes with its engine.
      String name = OneContainer.of(client, TALKS).start().name();
      Map<String, Object> follow = Map.of("id", name, "follow", true, "stdout", true);
      try (FrameStream frames = client.frames("ContainerLogs", follow, false)) {
        assertThat(frames.next().text()).isEqualTo("still here\n");
        engine.kill();

        assertThatThrownBy(() -> frames.forEachRemaining(frame -> {}))
            .isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.cancelled()).isFalse())
            .hasMessageContaining("lost the connection after");
        assertThatThrownBy(client::ping)
            .isInstanceOf(ConnectionException.class)
            .hasMessageContaining(host.toString());
      }
    }
  }
}
