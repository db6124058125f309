package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.secure.Host;
import dev.gantry.json.Json;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is started with what {@code --secure-remote} made, as it was made. */
@Timeout(180)
class SecuredEngineTest {
  private static final String CLIENT = "etc/docker/gantry/client/";

  @TempDir private static Path folder;
  @TempDir private static Path strangers;
  private static String port;
  private static Host host;
  private static Host stranger;

  /** Once for all engines, as to make keys takes long. */
  @BeforeAll
  static void hostsAreMade() throws IOException {
    port = String.valueOf(freePort());
    host = made(folder);
    stranger = made(strangers);
  }

  @OnEngines({"20", "28"})
  void isReachedByTheContextAndByNobodyElse(TestEngine other) throws IOException {
    String engine = "tcp://127.0.0.1:" + port;
    try (PrivateEngine secured = started(other.kind(), host)) {
      assertThat(secured.host().toString()).startsWith("unix://");
      assertThat(gantry("-c", "safe", "-e", "docker.version.Version")).contains(other.version());
      assertThat(docker(other, "-c", "safe", "version")).contains("Server:");
      assertThat(gantry("-H", engine, "-e", "docker.info")).contains("TLS");
      assertThat(docker(other, "-H", engine, "info")).contains("HTTP request to an HTTPS server");
      assertThat(docker(other, tls(engine, host, host))).contains("Server:");
      // The daemon may be gone before the CLI has written its request: then it says so instead.
      assertThat(docker(other, tls(engine, host, stranger)))
          .containsAnyOf("certificate", "connection reset", "broken pipe")
          .doesNotContain("Server:");
      assertThat(docker(other, tls(engine, stranger, host))).contains("unknown authority");
      assertThat(gantryBy(tls(engine, host, stranger))).doesNotContain(other.version());
    }
  }

  @OnEngines({"20", "28"})
  void contextIsAsTheDockerCliMakesIt(TestEngine other) throws IOException {
    Path pems = host.root().resolve(CLIENT);
    String endpoint =
        "host=tcp://127.0.0.1:%s,ca=%s/ca.pem,cert=%s/cert.pem,key=%s/key.pem"
            .formatted(port, pems, pems, pems);
    docker(
        other,
        "context",
        "create",
        "safe2",
        "--description",
        "made by gantry --secure-remote",
        "--docker",
        endpoint);
    Map<?, ?> ours = inspected(other, "safe");
    Map<?, ?> theirs = inspected(other, "safe2");
    for (String key : List.of("Metadata", "Endpoints", "TLSMaterial")) {
      assertThat(ours.get(key)).isNotNull().isEqualTo(theirs.get(key));
    }
    docker(other, "context", "rm", "safe2");
  }

  private Map<?, ?> inspected(TestEngine other, String context) throws IOException {
    String format = "{{json .}}";
    return Json.readMap(docker(other, "context", "inspect", "--format", format, context));
  }

  private static Host made(Path root) throws IOException {
    Host host = new Host(root).with("etc/default/docker", "");
    host.secure("127.0.0.1", "-c", "safe", "--listen", "127.0.0.1", "--port", port, "--apply");
    return host;
  }

  /** The arguments as they are made, but for the socket, which is the private one. */
  private static PrivateEngine started(String kind, Host host) throws IOException {
    String socket = "-H unix:///var/run/docker.sock ";
    String variable = host.text("etc/default/docker");
    assertThat(variable).startsWith("DOCKER_OPTS=\"" + socket);
    String arguments =
        variable
            .substring(variable.indexOf('"') + 1, variable.lastIndexOf('"'))
            .replace(socket, "");
    String etc = host.root().resolve("etc/docker").toString();
    return PrivateEngine.start(kind, "--etc", etc, "--with", arguments);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Trusts what one made, and shows the certificate that the other made. */
  private static String[] tls(String engine, Host trusted, Host shown) {
    return new String[] {
      "-H",
      engine,
      "--tlsverify",
      "--tlscacert=" + trusted.root().resolve(CLIENT + "ca.pem"),
      "--tlscert=" + shown.root().resolve(CLIENT + "cert.pem"),
      "--tlskey=" + shown.root().resolve(CLIENT + "key.pem"),
      "version"
    };
  }

  private String gantryBy(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.set(args.size() - 1, "-e");
    args.add("docker.version.Version");
    return gantry(args.toArray(String[]::new));
  }

  private String gantry(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    InputStream in = InputStream.nullInputStream();
    new Gantry(new Surroundings(env(), in, print, print, Set.of(), 0), status -> {}).run(args);
    return out.toString(UTF_8);
  }

  private Map<String, String> env() {
    return Map.of("DOCKER_CONFIG", folder.resolve("root/.docker").toString());
  }

  private String docker(TestEngine other, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(other.cli().toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DOCKER_"));
    builder.environment().putAll(env());
    return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
  }
}
