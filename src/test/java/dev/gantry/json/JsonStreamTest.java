package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JsonStreamTest {

  @Test
  void streamThatEndsInsideAValueIsAnError() {
    JsonStream values = stream("{\"a\":1}\n{\"a\":");
    assertThat(values.next()).isEqualTo(Map.of("a", 1));
    assertThat(values.hasNext()).isTrue();
    assertThatThrownBy(values::next)
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith("not valid JSON: the text ends before the value does at line 2");
  }

  @Test
  void textBetweenValuesIsAnError() {
    JsonStream values = stream("{} , {}");
    values.next();
    assertThatThrownBy(values::hasNext).isInstanceOf(JsonException.class);
  }

  @Test
  void valueBeyondTheLimitIsRefused() {
    String item = "\"" + "x".repeat(100) + "\",";
    byte[] text = ("[" + item.repeat(1000) + "1]").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new JsonStream(new ByteArrayInputStream(text), 20_000).next())
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("one value has more than 20000 characters");
  }

  @Test
  void limitIsPerValueAndNotPerStream() {
    byte[] text = "{\"a\":1}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    JsonStream values = new JsonStream(new ByteArrayInputStream(text), 10_000);
    assertThat(all(values)).hasSize(10_000);
  }

  @Test
  void uncheckedExceptionOfTheStreamPasses() {
    RuntimeException ours = new IllegalStateException("connection lost");
    JsonStream values = new JsonStream(new SequenceInputStream(bytes("{}"), failing(ours)));
    assertThat(values.next()).isEqualTo(Map.of());
    assertThatThrownBy(values::hasNext).isSameAs(ours);
  }

  @Test
  void endOfTheStreamHasNoNext() {
    assertThat(stream("").hasNext()).isFalse();
    assertThat(stream(" \n\n").hasNext()).isFalse();
    assertThatThrownBy(() -> stream("\n").next()).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void valuesMayTouchOrHaveLines() {
    assertThat(all(stream("{\"a\":1}{\"b\":[2]}\r\n\n\"c\"null 4\n")))
        .isEqualTo(Arrays.asList(Map.of("a", 1), Map.of("b", List.of(2)), "c", null, 4));
  }

  @Test
  void valueArrivesBeforeTheByteAfterIt() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        JsonStream values = new JsonStream(new PipedInputStream(out))) {
      for (String text : List.of("{}", "{\"é\":\"日\"}", "[1]", "\"s\"", "true\n", "12\n")) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        assertThat(values.hasNext()).isTrue();
        assertThat(Json.write(values.next())).isEqualTo(text.strip());
      }
    }
  }

  @Test
  void valueCutInPiecesIsPutTogether() throws IOException {
    InputStream drop = bytes("{\"é\": \"😀\", \"n\": 1.50}\n");
    InputStream oneByteAtATime =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return drop.read();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return drop.read(target, offset, 1);
          }
        };
    JsonStream values = new JsonStream(oneByteAtATime);
    assertThat(Json.write(values.next())).isEqualTo("{\"é\":\"😀\",\"n\":1.50}");
  }

  @Test
  void closedStreamHasEndedAndClosesItsSource() {
    boolean[] closed = new boolean[1];
    InputStream in =
        new ByteArrayInputStream(new byte[] {'1', ' ', '2', ' '}) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    JsonStream values = new JsonStream(in);
    values.next();
    values.close();
    assertThat(values.hasNext()).isFalse();
    assertThat(closed[0]).isTrue();
  }

  private static List<Object> all(JsonStream values) {
    List<Object> all = new ArrayList<>();
    values.forEachRemaining(all::add);
    return all;
  }

  private static JsonStream stream(String text) {
    return new JsonStream(bytes(text));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream failing(RuntimeException reason) {
    return new InputStream() {
      @Override
      public int read() {
        throw reason;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        throw reason;
      }
    };
  }
}
