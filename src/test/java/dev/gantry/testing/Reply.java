package dev.gantry.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.testing.Peer.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer of a {@link ScriptedEngine}: its bytes in their order, and what happens between them.
 *
 * <p>Texts are bytes, one for each character; what is in no such alphabet goes through {@link
 * #utf8}. The connection waits for its next request afterwards, unless the last step ends it.
 */
public final class Reply {
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder bytes = new StringBuilder();
  private boolean inHead;
  private int piece = Integer.MAX_VALUE;
  private boolean last;
  private boolean unread;

  /** What happens when the bytes before it are sent. */
  private interface Step {
    void play(Line line) throws IOException, InterruptedException;
  }

  private Reply(String start, boolean inHead) {
    bytes.append(start);
    this.inHead = inHead;
  }

  /** An answer that begins with a status line; {@link #header} goes on with it. */
  public static Reply reply(int status) {
    return new Reply("HTTP/1.1 " + status + " As Scripted", true);
  }

  /** An answer of these bytes, whatever they are. */
  public static Reply bytes(String raw) {
    return new Reply(raw, false);
  }

  /** An answer that takes over the connection. */
  public static Reply switched() {
    return reply(101).header("Connection", "Upgrade").header("Upgrade", "tcp");
  }

  /** An answer in JSON that is as it should be. */
  public static Reply json(int status, String body) {
    return reply(status).header("Content-Type", "application/json").body(body);
  }

  /** One frame of a program's output: 1 is its standard output, 2 its standard error. */
  public static String frame(int stream, String text) {
    return frameHead(stream, text.length()) + text;
  }

  /** The eight bytes before a frame. */
  public static String frameHead(int stream, int length) {
    byte[] head = ByteBuffer.allocate(8).putInt(stream << 24).putInt(length).array();
    return new String(head, ISO_8859_1);
  }

  /** The bytes of a text in UTF-8, a character for each. */
  public static String utf8(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** One more header line. */
  public Reply header(String name, String value) {
    bytes.append("\r\n").append(name).append(": ").append(value);
    return this;
  }

  /** Ends the head, with the length of this body, and the body itself. */
  public Reply body(String text) {
    return header("Content-Length", String.valueOf(text.length())).raw(text);
  }

  /** One more chunk; before the first the head is ended. */
  public Reply chunk(String text) {
    if (inHead) {
      header("Transfer-Encoding", "chunked");
    }
    return raw(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  /** Ends the chunks. */
  public Reply end() {
    return raw("0\r\n\r\n");
  }

  /** Ends the head, if that was not done, and goes on with these bytes. */
  public Reply raw(String text) {
    if (inHead) {
      bytes.append(END_OF_HEAD);
      inHead = false;
    }
    bytes.append(text);
    return this;
  }

  /** Is given without a look at what the request carries, and ends the connection. */
  public Reply unread() {
    unread = true;
    last = true;
    return this;
  }

  boolean isUnread() {
    return unread;
  }

  /** Sends all of it in pieces of so many bytes. */
  public Reply split(int size) {
    piece = size;
    return this;
  }

  /** Waits until the client ends what it sends. */
  public Reply whenInputEnds() {
    return then(Line::rest);
  }

  /** Says nothing more until the test is over. */
  public Reply stall() {
    return leave(Line::hang);
  }

  /** Ends the connection by a RST (on TCP). */
  public Reply reset() {
    return leave(Line::reset);
  }

  /** Ends the connection in order. */
  public Reply close() {
    return leave(line -> {});
  }

  private Reply leave(Step step) {
    last = true;
    return then(step);
  }

  private Reply then(Step step) {
    String before = unsent();
    inHead = false;
    bytes.setLength(0);
    steps.add(line -> send(line, before));
    steps.add(step);
    return this;
  }

  /** Plays it; false when the connection ends with it. */
  boolean play(Line line) throws IOException, InterruptedException {
    for (Step step : steps) {
      step.play(line);
    }
    send(line, unsent());
    return !last;
  }

  private String unsent() {
    return inHead ? bytes + END_OF_HEAD : bytes.toString();
  }

  private void send(Line line, String text) throws IOException {
    int size = Math.min(piece, text.length());
    for (int from = 0; from < text.length(); from += size) {
      line.send(text.substring(from, Math.min(from + size, text.length())));
    }
  }
}
