package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gantry.http.HttpClient;
import dev.gantry.testing.CannedTransport;
import dev.gantry.testing.Fuzz;
import dev.gantry.testing.Reply;
import java.io.InputStream;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any answer of an engine, cut, damaged and broken off, through HTTP and the reader behind it. */
@Timeout(60)
class ReadersFuzzTest {
  private static final ApiVersion VERSION = new ApiVersion(1, 41);

  private static Fuzz.Reader through(Function<EngineClient, @Nullable Object> call) {
    return in -> answer(in, call);
  }

  private static @Nullable Object answer(
      InputStream in, Function<EngineClient, @Nullable Object> call) {
    try (HttpClient http = new HttpClient(new CannedTransport(in))) {
      return call.apply(new EngineClient(http, "canned", VERSION));
    }
  }

  /** The head of an answer, and its body in chunks of any size. */
  private static byte[] chunked(String body, Random random) {
    StringBuilder answer =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < body.length(); ) {
      int end = Math.min(body.length(), at + 1 + random.nextInt(50));
      String extension = random.nextInt(5) == 0 ? ";a=b" : "";
      answer.append(Integer.toHexString(end - at)).append(extension).append("\r\n");
      answer.append(body, at, end).append("\r\n");
      at = end;
    }
    return answer.append("0\r\n\r\n").toString().getBytes(ISO_8859_1);
  }

  private static String frames(Random random) {
    StringBuilder frames = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      String text = Fuzz.text("ab\r\n\0\1ü", 40, random);
      frames.append(Reply.frame(1 + random.nextInt(2), Reply.utf8(text)));
    }
    return frames.toString();
  }

  private static String objects(Random random) {
    StringBuilder objects = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      String text = Reply.utf8(Fuzz.text("ab\\{}[]:,ü", 20, random)).replace("\\", "\\u0041");
      objects.append("{\"a\":[1.50,null,{}],\"b\":\"").append(text).append("\"}\r\n");
    }
    return objects.toString();
  }

  @Test
  void frames() {
    Map<String, Object> logs = Map.of("id", "web", "stdout", true);
    Fuzz.read(
        random -> chunked(frames(random), random),
        through(
            client -> {
              try (FrameStream frames = client.frames("ContainerLogs", logs, false)) {
                return FrameStreamTest.collect(frames);
              }
            }));
  }

  @Test
  void objects() {
    Fuzz.read(
        random -> chunked(objects(random), random),
        through(client -> client.call("SystemEvents", Map.of())));
  }

  @Test
  void values() {
    Fuzz.read(
        random -> {
          String body = objects(random).lines().findFirst().orElse("");
          String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
          return (head + body).getBytes(ISO_8859_1);
        },
        through(client -> client.call("SystemInfo", Map.of())));
  }

  @Test
  void errors() {
    Fuzz.rounds(
        random -> {
          String body = "{\"message\":\"" + Fuzz.text("ab\\{}\"", 20, random) + "\"}";
          String head = "HTTP/1.1 404 No\r\nContent-Length: " + body.length() + "\r\n\r\n";
          byte[] damaged = Fuzz.damaged((head + body).getBytes(ISO_8859_1), random);
          Fuzz.oursOrValue(
              through(client -> client.call("SystemInfo", Map.of())), Fuzz.pieces(damaged, random));
        });
  }
}
