package dev.gantry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFUNIXServerSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

@Timeout(30)
class UnixTransportTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private Path socket;

  @BeforeEach
  void nameTheSocket() {
    socket = folder.resolve("d.sock");
  }

  @Test
  void missingSocketAsksForTheDaemon() {
    assertThatThrownBy(() -> dial(socket))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "Cannot connect to unix://" + socket + ": there is no such socket. ")
        .hasMessageContaining("Is the daemon running?")
        .hasMessageContaining("DOCKER_HOST");
  }

  @Test
  void fileOrFolderIsToldFromASocket() throws IOException {
    Files.createFile(socket);
    assertThatThrownBy(() -> dial(socket))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("this is a file and not a socket");
    assertThatThrownBy(() -> dial(folder))
        .hasMessageContaining("this is a folder and not a socket");
  }

  @Test
  void socketThatNobodyListensOnIsALeftover() throws IOException {
    // A plain file descriptor that goes away leaves the file; AFUNIXServerSocket would delete it.
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThatThrownBy(() -> dial(socket))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("nobody listens on this socket")
        .hasMessageContaining("left behind");
  }

  @Test
  void abstractSocketIsReachedByItsName() throws IOException {
    String name = "gantry-" + folder.getFileName();
    assertThatThrownBy(() -> dial(Path.of("@" + name)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("nobody listens on this abstract socket");
    try (var server = AFUNIXServerSocket.bindOn(AFUNIXSocketAddress.inAbstractNamespace(name));
        Socket socket = dial(Path.of("@" + name))) {
      assertThat(server.isBound()).isTrue();
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void daemonThatDoesNotAcceptRunsIntoTheConnectTimeout() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket), 1);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  waiting.add(dial(socket));
                }
              })
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("no answer within 1000 ms");
    } finally {
      for (Socket one : waiting) {
        one.close();
      }
    }
  }

  @Test
  void listeningSocketIsReached() throws IOException {
    try (AFUNIXServerSocket server = AFUNIXServerSocket.bindOn(AFUNIXSocketAddress.of(socket));
        Socket client = dial(socket);
        Socket peer = server.accept()) {
      client.getOutputStream().write(7);
      assertThat(peer.getInputStream().read()).isEqualTo(7);
    }
  }

  @Test
  void socketOfOthersExplainsWhatItsGroupMeans() throws Exception {
    try (AFUNIXServerSocket server = AFUNIXServerSocket.bindOn(AFUNIXSocketAddress.of(socket))) {
      assertThat(server.isBound()).isTrue();
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
      assertThat(asNobody("unix://" + socket))
          .startsWith(
              "Cannot connect to unix://" + socket + ": permission denied for user 'nobody'. ")
          .contains("user 'root' and group 'root'")
          .contains("can become root on this host");
    }
  }

  @Test
  void socketInAFolderOfOthersSaysSo() throws Exception {
    try (AFUNIXServerSocket server = AFUNIXServerSocket.bindOn(AFUNIXSocketAddress.of(socket))) {
      assertThat(server.isBound()).isTrue();
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      assertThat(asNobody("unix://" + socket))
          .contains("permission denied for user 'nobody'")
          .contains("may not enter the folder");
    }
  }

  private static Socket dial(Path path) {
    return Transport.to(DockerHost.parse("unix://" + path)).dial(SECOND);
  }

  /** Dials as a user without rights, in a process of its own, and returns what it prints. */
  private static String asNobody(String host) throws Exception {
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root")
            && Files.isExecutable(Path.of("/usr/bin/setpriv")),
        "SKIPPED: only root can try this as another user, with setpriv");
    try (UnprivilegedClassPath classes = UnprivilegedClassPath.copy()) {
      Process process =
          new ProcessBuilder(
                  "/usr/bin/setpriv",
                  "--reuid=65534",
                  "--regid=65534",
                  "--clear-groups",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Djava.io.tmpdir=" + classes.folder(),
                  "-cp",
                  classes.toString(),
                  DialMain.class.getName(),
                  host)
              .redirectErrorStream(true)
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
