package dev.gantry.engine;

import static dev.gantry.testing.Reply.bytes;
import static dev.gantry.testing.Reply.frame;
import static dev.gantry.testing.Reply.frameHead;
import static dev.gantry.testing.Reply.json;
import static dev.gantry.testing.Reply.reply;
import static dev.gantry.testing.Reply.switched;
import static dev.gantry.testing.Reply.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.GantryException;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.testing.Hurried;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of streams that no real engine sends: all of it arrives, or the error says why. */
@Timeout(20)
class OddStreamsTest {
  private static final Map<String, Object> WEB = Map.of("id", "web");
  private static final List<Scheme> CONNECTIONS = List.of(Scheme.UNIX, Scheme.TCP);
  private static final String OUTPUT = frame(1, utf8("grün\n")) + frame(2, "err\n") + frame(1, "");
  private static final Map<Frame.Source, String> TOLD_APART =
      Map.of(Frame.Source.OUT, "grün\n", Frame.Source.ERR, "err\n");
  private static final String NO_PULL = "Cannot pull or import image 'a': ";
  private static final String PAGE = "the answer was a web page, not an engine's";
  private static final String LOST = "lost the connection after ";

  /** A call, and how its answer is read to the end. */
  private record Kind(String call, Function<EngineClient, Object> read) {
    static final Kind OBJECTS = of("POST /images/create", "ImageCreate", Map.of("fromImage", "a"));
    static final Kind FRAMES =
        new Kind("GET /containers/web/logs", client -> collect(logs(client)));
    static final Kind RAW =
        new Kind("POST /containers/web/attach", client -> collect(attach(client)));
    static final Kind TAR = of("GET /containers/web/export", "ContainerExport", WEB);
    static final Kind INFO = of("GET /info", "SystemInfo", Map.of());
    static final Kind SLOW = of("GET /system/df", "SystemDataUsage", Map.of());
    static final Kind STOP =
        of("POST /containers/web/stop", "ContainerStop", Map.of("id", "web", "t", 1));
    static final Kind WAIT = of("POST /containers/web/wait", "ContainerWait", WEB);

    private static Kind of(String call, String operation, Map<String, Object> parameters) {
      return new Kind(call, client -> client.call(operation, parameters));
    }

    @Override
    public String toString() {
      return call;
    }

    Object read(Scheme scheme, UnaryOperator<HttpExchange> way, Reply answer) throws IOException {
      try (ScriptedEngine engine = ScriptedEngine.on(scheme).answer(call, answer)) {
        return engine.with(way, read);
      }
    }
  }

  private static FrameStream logs(EngineClient client) {
    return client.frames("ContainerLogs", Map.of("id", "web", "stdout", true), false);
  }

  private static FrameStream attach(EngineClient client) {
    return FrameStream.of(client.takeOver("ContainerAttach", WEB), false);
  }

  private static Map<Frame.Source, String> collect(FrameStream frames) {
    try (frames) {
      return FrameStreamTest.collect(frames);
    }
  }

  private static Arguments odd(Kind kind, Reply answer, String becomes) {
    return Arguments.of(kind, answer, becomes);
  }

  private static Reply chunks(String... chunks) {
    Reply reply = reply(200);
    Arrays.stream(chunks).forEach(reply::chunk);
    return reply;
  }

  private static Stream<Arguments> errors() {
    Reply page = reply(200).header("Content-Type", "text/html").body("<p>");
    return Stream.of(
        odd(Kind.OBJECTS, chunks("{\"a\":1}").close(), LOST + "7 bytes"),
        odd(Kind.OBJECTS, chunks("{\"a\":1}").reset(), LOST),
        odd(Kind.OBJECTS, chunks("{\"a\":1}{\"a").end(), NO_PULL + "the answer is not JSON"),
        odd(Kind.OBJECTS, chunks("{\"a\":1}nonsense").end(), NO_PULL + "the answer is not JSON"),
        odd(Kind.OBJECTS, chunks("{\"a\":1}{\"error\":\"b\"}{\"a\":2}").end(), NO_PULL + "b (200"),
        odd(Kind.OBJECTS, chunks("{\"errorDetail\":{\"message\":\"b\"}}").stall(), NO_PULL + "b ("),
        odd(Kind.OBJECTS, page, NO_PULL + PAGE),
        odd(Kind.OBJECTS, chunks("<p>").stall(), NO_PULL + PAGE),
        odd(Kind.FRAMES, page, "Cannot read the logs of container 'web': " + PAGE),
        odd(Kind.FRAMES, chunks(OUTPUT).close(), LOST + "34 bytes"),
        odd(Kind.FRAMES, chunks(OUTPUT).reset(), LOST),
        odd(Kind.FRAMES, chunks(OUTPUT, "\1\0\0").end(), "ended within the header of a frame"),
        odd(Kind.FRAMES, chunks(OUTPUT, frameHead(9, 1)).stall(), "output that is not in frames"),
        odd(Kind.FRAMES, chunks(frameHead(1, -1), "x").end(), "4294967294 bytes short of a whole"),
        odd(Kind.RAW, switched().raw(OUTPUT + "\1").close(), "ended within the header of a frame"),
        odd(Kind.RAW, switched().raw(frameHead(1, 9)).close(), "9 bytes short of a whole frame"),
        odd(Kind.RAW, reply(200).body("OK"), "the engine did not hand over the connection (200"),
        odd(Kind.RAW, json(409, "{\"message\":\"b\"}"), "to container 'web': b (409"),
        odd(Kind.TAR, chunks("tar").close(), LOST + "3 bytes"),
        odd(Kind.WAIT, chunks("{\"StatusCode\":").close(), LOST + "14 bytes"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void brokenStreamIsAnErrorOfOurs(Kind kind, Reply answer, String sentence) {
    for (Scheme scheme : CONNECTIONS) {
      assertThatThrownBy(() -> kind.read(scheme, http -> http, answer))
          .isInstanceOf(GantryException.class)
          .hasMessageContaining(sentence);
    }
  }

  private static Stream<Arguments> stalls() {
    return Stream.of(
        odd(Kind.INFO, bytes("").stall(), "headers"),
        odd(Kind.INFO, bytes("HTTP/1.1 200 OK\r\nContent-").stall(), "headers"),
        odd(Kind.INFO, reply(200).header("Content-Length", "9").raw("{").stall(), "idle"),
        odd(Kind.SLOW, bytes("").stall(), "headers"),
        odd(Kind.STOP, bytes("").stall(), "headers"),
        odd(Kind.TAR, chunks("tar").stall(), "idle"));
  }

  @ParameterizedTest
  @MethodSource("stalls")
  void engineThatStallsRunsIntoTheLimitOfTheCall(Kind kind, Reply answer, String limit) {
    for (Scheme scheme : CONNECTIONS) {
      assertThatThrownBy(() -> kind.read(scheme, Hurried::new, answer))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("(" + limit + " time-out). The daemon may be busy, or hang.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 1000})
  void piecesDoNotMatter(int size) throws IOException {
    for (Scheme scheme : CONNECTIONS) {
      assertThat(Kind.FRAMES.read(scheme, http -> http, chunks(OUTPUT).end().split(size)))
          .isEqualTo(TOLD_APART);
      assertThat(Kind.RAW.read(scheme, http -> http, switched().raw(OUTPUT).close().split(size)))
          .isEqualTo(TOLD_APART);
    }
  }

  @Test
  void endRightAfterTheTakeOverIsAnEnd() throws IOException {
    for (Scheme scheme : CONNECTIONS) {
      assertThat(Kind.RAW.read(scheme, http -> http, switched().close())).isEqualTo(Map.of());
    }
  }

  @Test
  void bytesThatAreHereDoNotWaitForThoseToCome() throws IOException {
    Reply stalling = reply(200).chunk(frame(1, "first")).chunk(frame(1, "second")).stall();
    try (ScriptedEngine engine =
        ScriptedEngine.on(Scheme.UNIX).answer("GET /containers/web/logs", stalling)) {
      String bytes =
          engine.with(
              client -> {
                try (FrameStream frames = logs(client)) {
                  byte[] room = new byte[100];
                  InputStream in = frames.bytes();
                  int count = in.read(room);
                  return new String(
                      room, 0, count < 11 ? count + in.read(room, count, 50) : count, UTF_8);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertThat(bytes).isEqualTo("firstsecond");
    }
  }

  @Test
  void endOfTheInputIsNoEndOfTheOutput() throws IOException {
    List<Reply> heedsAndIgnores =
        List.of(
            switched().whenInputEnds().raw(OUTPUT).close(),
            switched().raw(OUTPUT).whenInputEnds().close());
    for (Reply answer : heedsAndIgnores) {
      try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX).answer(Kind.RAW.call, answer)) {
        Map<Frame.Source, String> output = engine.with(OddStreamsTest::withoutInput);
        assertThat(output).isEqualTo(TOLD_APART);
      }
    }
  }

  private static Map<Frame.Source, String> withoutInput(EngineClient client) {
    UpgradedConnection raw = client.takeOver("ContainerAttach", WEB);
    raw.shutdownOutput();
    return collect(FrameStream.of(raw, false));
  }

  @Test
  void engineThatWasNotThereIsUsedOnceItIs(@TempDir Path folder) throws IOException {
    Path socket = folder.resolve("engine.sock");
    DockerHost host = DockerHost.parse("unix://" + socket);
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX);
        HttpClient http = new HttpClient(Transport.to(host))) {
      EngineClient client = new EngineClient(http, host.toString(), null);
      assertThatThrownBy(client::version).isInstanceOf(ConnectionException.class);
      Files.createSymbolicLink(socket, Path.of(engine.host().path()));
      assertThat(client.version()).hasToString("1.41");
    }
  }
}
