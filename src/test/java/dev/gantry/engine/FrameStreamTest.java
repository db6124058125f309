package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.engine.Frame.Source;
import dev.gantry.http.StreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameStreamTest {
  private static final byte[] OUTPUT =
      join(frame(1, "out one\n"), frame(2, "err\n"), frame(1, ""), frame(1, "grün\n"));

  private static byte[] frame(int stream, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return join(header(stream, bytes.length), bytes);
  }

  private static byte[] header(int stream, int length) {
    return ByteBuffer.allocate(8).putInt(stream << 24).putInt(length).array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static FrameStream framed(InputStream in) {
    return new FrameStream(in, in, true);
  }

  private static FrameStream framed(byte[] bytes) {
    return framed(new ByteArrayInputStream(bytes));
  }

  /** What each stream wrote, however it was cut. */
  static Map<Source, String> collect(FrameStream frames) {
    Map<Source, ByteArrayOutputStream> bytes = new EnumMap<>(Source.class);
    frames.forEachRemaining(
        frame ->
            bytes
                .computeIfAbsent(frame.source(), any -> new ByteArrayOutputStream())
                .writeBytes(frame.bytes()));
    Map<Source, String> texts = new EnumMap<>(Source.class);
    bytes.forEach((source, all) -> texts.put(source, all.toString(UTF_8)));
    return texts;
  }

  private static void assertBreaks(byte[] bytes, String sentence) {
    assertBreaks(() -> collect(framed(bytes)), sentence);
    assertBreaks(() -> framed(bytes).bytes().readAllBytes(), sentence);
  }

  private static void assertBreaks(ThrowingCallable reading, String sentence) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.cancelled()).isFalse())
        .hasMessage(sentence);
  }

  @Test
  void streamThatEndsAnywhereWithinAFrameIsLost() {
    int lastFrame = OUTPUT.length - frame(1, "grün\n").length;
    for (int cut = lastFrame + 1; cut < OUTPUT.length; cut++) {
      byte[] part = Arrays.copyOf(OUTPUT, cut);
      assertThatThrownBy(() -> collect(framed(part)))
          .as("cut at %d", cut)
          .isInstanceOf(StreamException.class);
    }
  }

  @Test
  void streamThatEndsWithinAHeaderSaysSo() {
    assertBreaks(new byte[] {1, 0, 0}, "The stream ended within the header of a frame");
  }

  @Test
  void streamThatEndsWithinAFrameSaysHowMuchIsMissing() {
    assertBreaks(
        join(header(1, 10), new byte[4]), "The stream ended 6 bytes short of a whole frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain text without frames", "\4\0\0\0\0\0\0\1x", "\1\0\1\0\0\0\0\1x"})
  void outputThatIsNotInFramesIsRefused(String text) {
    assertBreaks(text.getBytes(UTF_8), "The engine sent output that is not in frames");
  }

  @Test
  void lastWordsOfTheDaemonAreThrownWhole() {
    byte[] bytes = join(frame(1, "before"), frame(3, "the log driver failed\n"));
    FrameStream frames = framed(new Dripping(bytes));

    assertThatThrownBy(() -> collect(frames))
        .isInstanceOf(StreamException.class)
        .hasMessage("The engine could not go on with the stream: the log driver failed");
  }

  @Test
  void lostConnectionIsNotTheEnd() {
    InputStream breaking =
        new SequenceInputStream(
            new ByteArrayInputStream(frame(1, "whole")),
            new FilterInputStream(InputStream.nullInputStream()) {
              @Override
              public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("Connection reset");
              }
            });
    FrameStream frames = framed(breaking);

    assertThat(frames.next().text()).isEqualTo("whole");
    assertThatThrownBy(frames::hasNext)
        .isInstanceOf(StreamException.class)
        .hasMessage("The stream was lost: Connection reset");
  }

  @Test
  void nextAfterTheEndIsRefused() {
    FrameStream frames = framed(new byte[0]);

    assertThat(frames.hasNext()).isFalse();
    assertThatThrownBy(frames::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void framesAreToldApartWhereverTheyAreCut() {
    for (int cut = 0; cut <= OUTPUT.length; cut++) {
      InputStream halves =
          new SequenceInputStream(
              new ByteArrayInputStream(OUTPUT, 0, cut),
              new ByteArrayInputStream(OUTPUT, cut, OUTPUT.length - cut));
      assertThat(collect(framed(halves)))
          .as("cut at %d", cut)
          .isEqualTo(Map.of(Source.OUT, "out one\ngrün\n", Source.ERR, "err\n"));
    }
  }

  @Test
  void framesAreToldApartByteByByte() {
    assertThat(collect(framed(new Dripping(OUTPUT))))
        .isEqualTo(Map.of(Source.OUT, "out one\ngrün\n", Source.ERR, "err\n"));
  }

  @Test
  void giantFrameIsHandedOnInSmallPieces() {
    FrameStream frames =
        framed(
            new SequenceInputStream(
                new ByteArrayInputStream(header(2, -1)),
                new ByteArrayInputStream(new byte[200_000])));

    assertThat(frames.next().source()).isEqualTo(Source.ERR);
    assertThat(frames.next().bytes()).hasSize(1 << 16);
    assertThatThrownBy(() -> collect(frames))
        .hasMessage(
            "The stream ended " + (0xFFFFFFFFL - 200_000) + " bytes short of a whole frame");
  }

  @Test
  void bytesOfAllStreamsComeInTheirOrder() throws IOException {
    byte[] frames = join(frame(1, "one"), frame(2, ""), frame(2, "two"), frame(1, "three"));
    assertThat(framed(frames).bytes().readAllBytes()).asString().isEqualTo("onetwothree");
    assertThat(framed(new Dripping(frames)).bytes().readAllBytes()).hasSize(11);
  }

  @Test
  void bytesThatAreHereComeTogetherEvenBeforeABreak() throws IOException {
    byte[] two = join(frame(1, "one"), frame(2, "two"));
    InputStream bytes = framed(Arrays.copyOf(two, two.length - 1)).bytes();

    byte[] read = new byte[9];
    assertThat(bytes.read(read)).isEqualTo(5);
    assertThat(read).asString().startsWith("onetw");
    assertBreaks(() -> bytes.read(read), "The stream ended 1 bytes short of a whole frame");
    assertBreaks(() -> bytes.read(read), "The stream ended 1 bytes short of a whole frame");
  }

  @Test
  void terminalsOutputIsPassedOnAsItIs() {
    FrameStream raw =
        new FrameStream(new ByteArrayInputStream(OUTPUT), InputStream.nullInputStream(), false);

    assertThat(collect(raw)).isEqualTo(Map.of(Source.OUT, new String(OUTPUT, UTF_8)));
  }

  @Test
  void framesDoNotShareTheirBytes() {
    FrameStream frames = framed(join(frame(1, "one"), frame(1, "two")));
    Frame first = frames.next();
    frames.next();

    assertThat(first.text()).isEqualTo("one");
  }

  /** Gives one byte with each read, as a slow network may. */
  private static final class Dripping extends InputStream {
    private final InputStream in;

    Dripping(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return in.read(into, offset, Math.min(1, length));
    }
  }
}
