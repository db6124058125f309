package dev.gantry.dsl;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A terminal of 40 by 100 at which a test types, once a text is on its screen. */
final class TypedTty implements Tty, Tty.Taken, StandardStreams {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private volatile Size size = new Size(40, 100);
  private volatile boolean taken;
  private int seen;

  private record Reply(String awaited, Runnable first, String keys) {}

  /** Types once a text has come behind what was awaited before. */
  TypedTty when(String awaited, String keys) {
    return when(awaited, () -> {}, keys);
  }

  /** Does something, and then types. */
  TypedTty when(String awaited, Runnable first, String keys) {
    replies.add(new Reply(awaited, first, keys));
    return this;
  }

  TypedTty resize(int rows, int columns) {
    size = new Size(rows, columns);
    return this;
  }

  String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  boolean isTaken() {
    return taken;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public Taken take() {
    taken = true;
    return this;
  }

  @Override
  public int keys(byte[] into) {
    Reply reply = replies.peek();
    int at = reply == null ? -1 : shown().indexOf(reply.awaited(), seen);
    if (reply == null || at < 0) {
      pause();
      return 0;
    }
    replies.remove();
    seen = at + reply.awaited().length();
    reply.first().run();
    byte[] keys = reply.keys().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(keys, 0, into, 0, keys.length);
    return keys.length;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public OutputStream screen() {
    return screen;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public void close() {
    taken = false;
  }

  @Override
  public InputStream in() {
    return StandardStreams.NONE.in();
  }

  @Override
  public OutputStream out() {
    return StandardStreams.NONE.out();
  }

  @Override
  public Tty tty() {
    return this;
  }
}
