package dev.gantry.engine;

import static dev.gantry.testing.Reply.bytes;
import static dev.gantry.testing.Reply.json;
import static dev.gantry.testing.Reply.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.GantryException;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a call whose answer no real engine gives: a value, or a sentence that helps. */
@Timeout(20)
class OddAnswersTest {
  private static final String INFO = "GET /info";
  private static final String PROXY = "is there a proxy in between?";
  private static final String NOT_HTTP = "the answer is not proper HTTP: ";
  private static final String LOST = "lost the connection after ";
  private static final String GIANT = "x".repeat(1 << 20);

  /** An answer to {@code GET /info}, and what it becomes: the end of a table's row. */
  private static Arguments odd(String what, Reply answer, String becomes) {
    return Arguments.of(what, answer, becomes);
  }

  private static Reply sized(String length) {
    return reply(200).header("Content-Length", length);
  }

  private static Reply chunked(String raw) {
    return reply(200).header("Transfer-Encoding", "chunked").raw(raw);
  }

  private static Reply page(int status) {
    return reply(status).header("Content-Type", "text/html; charset=utf-8");
  }

  private static Stream<Arguments> errors() {
    return Stream.of(
        odd("page of a proxy", page(502).body("<html>Bad Gateway"), PROXY + " (502 on GET /info, "),
        odd("page as a success", page(200).body("<html>Log in"), PROXY + " (200 on GET /info, "),
        odd("page without a type", reply(200).body("<!DOCTYPE html>"), PROXY),
        odd("endless page", page(200).raw("<html>").stall(), PROXY),
        odd("value cut in two", json(200, "{\"ID\":"), "the answer is not JSON: "),
        odd("two values", json(200, "{}{}"), "there is more text after the value"),
        odd("redirection", reply(301).body(""), "the engine gave no reason (301 on GET /info, "),
        odd("no answer", bytes("").close(), "was closed without an answer"),
        odd("reset", bytes("").reset(), "was closed without an answer"),
        odd(
            "TLS alert",
            bytes("\25\3\1\0\2\2F").close(),
            "speaks TLS, and this connection is plain"),
        odd("blank lines", bytes("\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"), "it begins with '....HTTP"),
        odd("status of letters", bytes("HTTP/1.1 abc OK\r\n\r\n"), NOT_HTTP + "Status line"),
        odd("status of 4 digits", bytes("HTTP/1.1 2000 OK\r\n\r\n"), NOT_HTTP + "Status line"),
        odd("status 0", bytes("HTTP/1.1 000 OK\r\n\r\n"), NOT_HTTP + "Status code"),
        odd("header without colon", bytes("HTTP/1.1 200 OK\r\nx\r\n\r\n"), NOT_HTTP + "Invalid"),
        odd("unasked switch", Reply.switched().raw("{}"), NOT_HTTP + "it takes over"),
        odd("two lengths", sized("2").body("{\"a\"}"), NOT_HTTP + "Multiple Content-Length"),
        odd("negative length", sized("-2").raw("{}"), NOT_HTTP + "Negative content length"),
        odd("shorter than announced", sized("9").raw("{}").close(), LOST + "2 bytes"),
        odd("reset in a chunk", chunked("9\r\n{}").reset(), LOST),
        odd("chunk of too many", chunked("fffffffffffffffff\r\n{}"), LOST + "0 bytes"),
        odd("chunk of most", chunked("7fffffffffffffff\r\n{}").close(), LOST + "2 bytes"),
        odd("chunk of less than 0", chunked("-2\r\n{}"), "not proper HTTP: Negative chunk size"),
        odd(
            "chunk without its end",
            chunked("2\r\n{}xx\r\n"),
            "not proper HTTP: Unexpected content"),
        odd("giant header", reply(200).header("X", GIANT), NOT_HTTP + "Maximum line length"),
        odd("giant status line", bytes("HTTP/1.1 200 " + GIANT), NOT_HTTP + "Maximum line length"),
        odd("giant extension", chunked("2;" + GIANT), "not proper HTTP: Maximum line length"),
        odd("giant trailer", chunked("2\r\n{}\r\n0\r\nX: " + GIANT), LOST + "2 bytes"),
        odd(
            "endless headers",
            bytes("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000)),
            NOT_HTTP + "Maximum header count"));
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        odd("bytes one by one", json(200, "{\"ID\":1}").split(1), "{ID=1}"),
        odd("chunks of a byte", reply(200).chunk("{").chunk("}").end().split(1), "{}"),
        odd("extension and trailer", chunked("2;a=b\r\n{}\r\n0;c\r\nT: 1\r\n\r\n"), "{}"),
        odd("longer than announced", sized("2").raw("{}{}").close(), "{}"),
        odd("length and chunks", sized("9").chunk("{}").end(), "{}"),
        odd(
            "interim answers",
            bytes("HTTP/1.1 100 A\r\n\r\nHTTP/1.1 103 B\r\n\r\nHTTP/1.1 200 C")
                .raw("\r\nContent-Length: 2\r\n\r\n{}"),
            "{}"),
        odd("HTTP/1.0 without length", bytes("HTTP/1.0 200 OK\r\n\r\n{}").close(), "{}"),
        odd("no body", reply(204).raw("{}").close(), "null"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void isAnErrorOfOurs(String what, Reply answer, String sentence) throws IOException {
    for (Scheme scheme : List.of(Scheme.UNIX, Scheme.TCP)) {
      try (ScriptedEngine engine = ScriptedEngine.on(scheme).answer(INFO, answer)) {
        assertThatThrownBy(() -> info(engine))
            .isInstanceOf(GantryException.class)
            .hasMessageContaining(sentence)
            .hasMessageContaining(engine.host().toString());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void isAValue(String what, Reply answer, String value) throws IOException {
    for (Scheme scheme : List.of(Scheme.UNIX, Scheme.TCP)) {
      try (ScriptedEngine engine = ScriptedEngine.on(scheme).answer(INFO, answer)) {
        assertThat(String.valueOf(info(engine))).isEqualTo(value);
      }
    }
  }

  private static @Nullable Object info(ScriptedEngine engine) {
    return engine.with(client -> client.call("SystemInfo", Map.of()));
  }
}
