package dev.gantry.dsl;

import static dev.gantry.testing.Reply.bytes;
import static dev.gantry.testing.Reply.frame;
import static dev.gantry.testing.Reply.frameHead;
import static dev.gantry.testing.Reply.json;
import static dev.gantry.testing.Reply.reply;
import static dev.gantry.testing.Reply.switched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.script.ScriptException;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script sees of an engine that answers one call oddly, and all others well. */
@Timeout(20)
class OddEngineTest {
  private static final String CREATE = "POST /containers/create";
  private static final String ATTACH = "POST /containers/abc/attach";
  private static final String WAIT = "POST /containers/abc/wait";
  private static final String START = "POST /containers/abc/start";
  private static final String PREPARE = "POST /containers/web/exec";
  private static final String EXEC_START = "POST /exec/e/start";
  private static final String LIST = "GET /containers/json";
  private static final String INSPECT = "GET /containers/web/json";
  private static final String PULL = "POST /images/create";
  private static final String LOGS = "GET /containers/web/logs";
  private static final String PING = "GET /_ping";

  private static final String RUN = "docker.run('busybox', 'true').with { [out, err, exitCode] }";
  private static final String EXEC =
      "docker.containers.web.exec('true').with { [out, err, exitCode] }";
  private static final String READ_LOGS = "docker.containers.web.logs()";

  private static Arguments odd(String call, Reply answer, String script, String becomes) {
    return Arguments.of(call, answer, script, becomes);
  }

  private static Reply page(int status) {
    return reply(status).header("Content-Type", "text/html").body("<p>");
  }

  private static Stream<Arguments> errors() {
    String noEnd = "the engine does not know how the container ended: ";
    String odd = "not as the API has it: ";
    return Stream.of(
        odd(CREATE, json(200, "{\"message\":\"no\"}"), RUN, "where an object with 'Id' should be"),
        odd(CREATE, json(201, ""), RUN, odd + "{} where an object"),
        odd(ATTACH, switched().raw(frame(1, "hi") + "\1").close(), RUN, "within the header"),
        odd(ATTACH, reply(200).body("OK"), RUN, "the engine did not hand over the connection"),
        odd(WAIT, reply(200).chunk("{\"Status").close(), RUN, "lost the connection after 8 bytes"),
        odd(WAIT, reply(200).chunk("{\"Status").end(), RUN, noEnd + "not valid JSON"),
        odd(WAIT, json(200, ""), RUN, noEnd + "not valid JSON: the text is empty"),
        odd(WAIT, json(200, "{}"), RUN, noEnd + "it said {}"),
        odd(WAIT, json(200, "{\"Error\":{\"Message\":\"bad\"}}"), RUN, noEnd + "bad"),
        odd(START, bytes("").close(), RUN, "closed without an answer"),
        odd(PREPARE, json(201, "{}"), EXEC, odd + "{} where an object with 'Id' should be"),
        odd(EXEC_START, switched().raw(frame(1, "a") + "\1").close(), EXEC, "within the header"),
        odd(LIST, json(200, "{\"a\":1}"), "docker.ps()", odd + "{\"a\":1} where a list should be"),
        odd(LIST, json(200, "[1]"), "docker.ps()", odd + "1 where an object should be"),
        odd(INSPECT, json(200, "[]"), "docker.containers.web", odd + "[] where an object"),
        odd(LOGS, reply(200).chunk(frame(1, "x")).close(), READ_LOGS, "lost the connection"),
        odd(LOGS, reply(200).chunk(frameHead(1, -1)).end(), READ_LOGS, "4294967295 bytes short"),
        odd(LOGS, reply(200).chunk(frame(3, "disk full")).end(), READ_LOGS, "stream: disk full"),
        odd(
            "GET /containers/web/stats",
            reply(200).body(""),
            "docker.containers.web.stats()",
            "the engine sent no statistics"),
        odd("GET /events", reply(200).chunk("{}").close(), "docker.events { }", "lost the conn"),
        odd(
            PULL,
            reply(200).chunk("{\"status\":\"a\"}{\"error\":\"b\"}").end(),
            "docker.images.pull('a')",
            "image 'a': b (200 on " + PULL),
        odd(PULL, page(200), "docker.images.pull('a')", "is there a proxy in between?"),
        odd(PING, page(502), "docker.info", "is there a proxy in between?"),
        odd(PING, page(200), "docker.info", "and whether a proxy is in between"),
        odd(PING, page(407), "docker.info", "and whether a proxy is in between"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isAnErrorWithTheLineOfTheScript(String call, Reply answer, String script, String sentence)
      throws IOException {
    try (ScriptedEngine engine = healthy().answer(call, answer)) {
      assertThatThrownBy(() -> DslScript.at(engine.host(), script))
          .isInstanceOf(ScriptException.class)
          .hasMessageContaining(sentence)
          .hasMessageContaining("at -e:1");
    }
  }

  private static Stream<Arguments> values() {
    String old = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n";
    return Stream.of(
        odd(ATTACH, switched().raw(frame(1, "hi") + frame(2, "no")).close(), RUN, "[hi, no, 0]"),
        odd(ATTACH, switched().raw(frame(1, "hi")).close().split(1), RUN, "[hi, , 0]"),
        odd(ATTACH, switched().close(), RUN, "[, , 0]"),
        odd(ATTACH, bytes(old + frame(2, "hi")).close(), RUN, "[, hi, 0]"),
        odd(EXEC_START, switched().close(), EXEC, "[, , 0]"),
        odd(LIST, json(200, "null"), "docker.ps()", "[]"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isAValue(String call, Reply answer, String script, String value) throws IOException {
    try (ScriptedEngine engine = healthy().answer(call, answer)) {
      assertThat(String.valueOf(DslScript.at(engine.host(), script))).isEqualTo(value);
    }
  }

  @Test
  void changeThatGotNoAnswerIsNotSentAgain() throws IOException {
    try (ScriptedEngine engine = healthy().answer(START, bytes("").close())) {
      assertThatThrownBy(() -> DslScript.at(engine.host(), RUN))
          .isInstanceOf(ScriptException.class);
      assertThat(engine.requests()).containsOnlyOnce(START);
    }
  }

  /** The daemon says nothing more to who attaches to what has ended, until it is started again. */
  @Test
  void programThatEndsWhileItIsAttachedToIsReadFromItsLogs() throws IOException {
    String runs = "{\"Id\":\"web\",\"Config\":{},\"State\":{\"Status\":\"running\"}}";
    Reply first = json(200, runs);
    try (ScriptedEngine engine =
        healthy()
            .answer(INSPECT, first, first, json(200, runs.replace("running", "exited")))
            .answer("POST /containers/web/wait", json(200, "{\"StatusCode\":6}"))
            .answer(
                "POST /containers/web/attach",
                switched().raw("").stall(),
                switched().raw(frame(1, "all")).close())) {
      String script = "docker.containers.web.attach(logs: true).with { [out, exitCode] }";
      assertThat(String.valueOf(DslScript.at(engine.host(), script))).isEqualTo("[all, 6]");
      assertThat(engine.requests())
          .filteredOn(call -> call.contains("/attach"))
          .satisfiesExactly(
              call -> assertThat(call).contains("stream=true"),
              call -> assertThat(call).contains("stream=false"));
    }
  }

  private static ScriptedEngine healthy() throws IOException {
    return ScriptedEngine.on(Scheme.UNIX)
        .answer(CREATE, json(201, "{\"Id\":\"abc\",\"Warnings\":[]}"))
        .answer(ATTACH, switched().close())
        .answer(WAIT, reply(200).chunk("{\"StatusCode\":0}").end())
        .answer(START, reply(204))
        .answer(INSPECT, json(200, "{\"Id\":\"web\",\"Name\":\"/web\",\"Config\":{}}"))
        .answer(PREPARE, json(201, "{\"Id\":\"e\"}"))
        .answer(EXEC_START, switched().close())
        .answer("GET /exec/e/json", json(200, "{\"ExitCode\":0,\"Running\":false}"));
  }
}
