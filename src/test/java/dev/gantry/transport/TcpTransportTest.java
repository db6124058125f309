package dev.gantry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpTransportTest {

  @Test
  void refusedConnectionAsksForTheDaemon() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertThatThrownBy(() -> dial("tcp://127.0.0.1:" + port))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "Cannot connect to tcp://127.0.0.1:" + port + ": connection refused. ")
        .hasMessageContaining("Is the daemon running");
  }

  @Test
  void unknownNameIsTold() {
    assertThatThrownBy(() -> dial("tcp://no-such-host.invalid:2375"))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the name 'no-such-host.invalid' is not found");
  }

  @Test
  void daemonThatDoesNotAcceptRunsIntoTheConnectTimeout() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 20; i++) {
                  waiting.add(dial("tcp://127.0.0.1:" + server.getLocalPort()));
                }
              })
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("no answer within 500 ms")
          .hasMessageContaining("firewall");
    } finally {
      for (Socket one : waiting) {
        one.close();
      }
    }
  }

  @Test
  void connectionSendsAtOnceAndNoticesADeadPeer() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = dial("tcp://localhost:" + server.getLocalPort());
        Socket peer = server.accept()) {
      assertThat(client.getTcpNoDelay()).isTrue();
      assertThat(client.getKeepAlive()).isTrue();
      client.getOutputStream().write(7);
      assertThat(peer.getInputStream().read()).isEqualTo(7);
    }
  }

  private static Socket dial(String url) {
    return Transport.to(DockerHost.parse(url)).dial(Duration.ofMillis(500));
  }
}
