package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.Body;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.SshServer;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls, streams and their ends through a real ssh server. */
@Timeout(300)
class SshEngineTest {
  @TempDir Path folder;

  /** What is done through ssh. */
  @FunctionalInterface
  private interface Use {
    void with(EngineClient client) throws Exception;
  }

  /** Does it by the docker command of the other side, and by a forwarded socket. */
  private static void bothWays(TestEngine engine, Use use) throws Exception {
    through(engine, use);
    through(engine, use, "--without-docker");
  }

  private static void through(TestEngine engine, Use use, String... options) throws Exception {
    try (SshServer server = SshServer.beside(engine, options)) {
      try (HttpClient http = new HttpClient(server.to(server.host()))) {
        use.with(new EngineClient(http, server.host().toString(), null));
      }
    }
  }

  @OnEngines
  void callStreamInputAndCancel(TestEngine engine) throws Exception {
    bothWays(
        engine,
        client -> {
          assertThat(client.call("SystemVersion", Map.of())).asString().contains("ApiVersion");
          try (OneContainer container = OneContainer.of(client, "cat; sleep 60")) {
            inputIsHalfClosed(client, container);
            streamIsCancelled(client, container);
            imageGoesThereAndBack(client);
          }
        });
  }

  private static void inputIsHalfClosed(EngineClient client, OneContainer container)
      throws IOException {
    container.start();
    Map<String, Object> command =
        Map.of("AttachStdin", true, "AttachStdout", true, "Cmd", List.of("cat"));
    Object made = client.call("ContainerExec", Map.of("id", container.name(), "body", command));
    String id = String.valueOf(((Map<?, ?>) Objects.requireNonNull(made)).get("Id"));
    UpgradedConnection raw =
        client.takeOver("ExecStart", Map.of("id", id, "body", Map.of("Tty", false)));
    try (FrameStream frames = FrameStream.of(raw, false)) {
      raw.out().write("there and back\n".getBytes(UTF_8));
      raw.shutdownOutput();
      assertThat(frames).toIterable().extracting(Frame::text).containsExactly("there and back\n");
    }
  }

  private static void imageGoesThereAndBack(EngineClient client) throws IOException {
    try (HttpResponse image = client.open("ImageGet", Map.of("name", "busybox:latest"))) {
      byte[] tar = image.body().readAllBytes();
      Body body = Body.stream(out -> out.write(tar));
      assertThat(client.call("ImageLoad", Map.of("body", body)))
          .asString()
          .contains("busybox:latest");
    }
  }

  private static void streamIsCancelled(EngineClient client, OneContainer container)
      throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      FrameStream frames = client.frames("ContainerLogs", logs(container), false);
      Future<Boolean> reading = threads.submit(frames::hasNext);
      frames.close();
      assertThatThrownBy(reading::get)
          .cause()
          .isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.cancelled()).isTrue());
    } finally {
      threads.shutdown();
    }
  }

  @OnEngines
  void manyCallsAtOnceShareAConnection(TestEngine engine) throws Exception {
    try (SshServer server = SshServer.beside(engine);
        HttpClient http = new HttpClient(server.to(server.host()))) {
      EngineClient client = new EngineClient(http, server.host().toString(), null);
      client.version();
      ExecutorService threads = Executors.newFixedThreadPool(64);
      List<Future<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        calls.add(threads.submit(() -> client.call("SystemVersion", Map.of())));
      }
      for (Future<Object> call : calls) {
        assertThat(call.get()).asString().contains("ApiVersion");
      }
      threads.shutdown();
      assertThat(logins(server)).isLessThanOrEqualTo(3);
    }
  }

  @OnEngines("28")
  void streamsMoreThanALoginCarriesGetAnother(TestEngine engine) throws Exception {
    try (SshServer server = SshServer.beside(engine);
        HttpClient http = new HttpClient(server.to(server.host()));
        OneContainer container = OneContainer.of(engine, "sleep 300").start()) {
      EngineClient client = new EngineClient(http, server.host().toString(), null);
      List<FrameStream> streams = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        streams.add(client.frames("ContainerLogs", logs(container), false));
      }
      assertThat(client.call("SystemVersion", Map.of())).isNotNull();
      assertThat(logins(server)).isEqualTo(3);
      streams.forEach(FrameStream::close);
    }
  }

  @OnEngines("28")
  void nothingIsLeftOfAProcessThatIsKilled(TestEngine engine) throws Exception {
    try (SshServer server = SshServer.beside(engine)) {
      Process dialled = dialInAnotherProcess(server);
      assertThat(dialled.inputReader().readLine()).isEqualTo("connected");
      assertThat(ofFolder()).isNotEmpty();

      dialled.destroyForcibly().waitFor();

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!(ofFolder().isEmpty() && isEmpty(folder)) && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertThat(ofFolder()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Process dialInAnotherProcess(SshServer server) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gantry.transport.DialMain",
                server.host().toString(),
                "wait")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(server.env());
    builder.environment().remove("XDG_RUNTIME_DIR");
    return builder.start();
  }

  /** The processes that work for a socket in the folder. */
  private List<String> ofFolder() {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(folder + "/gantry-ssh-"))
        .toList();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** One of them was the fixture's own, which waits until the server lets it in. */
  private static long logins(SshServer server) throws IOException {
    try (Stream<String> log = Files.lines(server.folder().resolve("daemon.log"))) {
      return log.filter(line -> line.contains("Accepted publickey")).count();
    }
  }

  @OnEngines
  void connectionThatBreaksIsNoEndOfAStream(TestEngine engine) throws Exception {
    for (String[] options : new String[][] {{}, {"--without-docker"}}) {
      try (SshServer server = SshServer.beside(engine, options);
          HttpClient http = new HttpClient(server.to(server.host()))) {
        EngineClient client = new EngineClient(http, server.host().toString(), null);
        try (OneContainer container = OneContainer.of(engine, "sleep 300").start();
            FrameStream frames = client.frames("ContainerLogs", logs(container), false)) {
          endLogins(server);
          assertThatThrownBy(frames::hasNext)
              .isInstanceOfSatisfying(
                  StreamException.class, e -> assertThat(e.cancelled()).isFalse())
              .hasMessageContaining("ssh");
        }
        assertThat(client.call("SystemVersion", Map.of())).isNotNull();
      }
    }
  }

  private static Map<String, Object> logs(OneContainer container) {
    return Map.of("id", container.name(), "stdout", true, "follow", true);
  }

  /** Kills what the server has started for those who are logged in. */
  private static void endLogins(SshServer server) {
    Path pid = server.folder().resolve("state").resolve("pid");
    try {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .orElseThrow()
          .descendants()
          .filter(process -> process.info().commandLine().orElse("").contains("sshd"))
          .forEach(ProcessHandle::destroyForcibly);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
