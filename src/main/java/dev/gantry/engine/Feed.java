package dev.gantry.engine;

import dev.gantry.GantryException;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a program's standard input from a thread of its own, so that its output can be read
 * meanwhile, and ends it with the end of the source.
 *
 * <p>A program need not read all of it: it ends when it likes. Daemons then close a connection in
 * which input is left, and the system reports that as a reset (seen with 20.10 and 28.5). So a lost
 * connection counts as the end of the output when the daemon still answers; only in the middle of a
 * frame it never does.
 */
final class Feed extends InputStream {
  private static final int PIECE = 1 << 16;

  private final UpgradedConnection connection;
  private final Input input;
  private final Runnable ping;
  private final Thread thread = new Thread(this::feed, "gantry-feed");
  private volatile @Nullable Exception failure;

  private Feed(UpgradedConnection connection, Input input, Runnable ping) {
    this.connection = connection;
    this.input = input;
    this.ping = ping;
    thread.setDaemon(true);
  }

  /**
   * Begins to feed.
   *
   * @param ping throws when the daemon does not answer
   */
  static Feed start(UpgradedConnection connection, Input input, Runnable ping) {
    Feed feed = new Feed(connection, input, ping);
    feed.thread.start();
    return feed;
  }

  private void feed() {
    byte[] piece = new byte[PIECE];
    try (InputStream source = input.source()) {
      for (int read = source.read(piece); read >= 0; read = source.read(piece)) {
        if (!write(piece, read)) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
      input.abort().run();
      connection.close();
      return;
    }
    if (input.ends()) {
      end();
    }
  }

  /** Whether it was taken: where it was not, the program has ended, or its reader has left. */
  private boolean write(byte[] piece, int length) throws IOException {
    try {
      connection.out().write(piece, 0, length);
      return true;
    } catch (StreamException e) {
      return false;
    }
  }

  private void end() {
    try {
      connection.shutdownOutput();
    } catch (StreamException e) {
      // The program has ended before its input.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = receive(into, offset, length);
    Exception ours = failure;
    if (count < 0 && ours != null) {
      throw StreamException.lost("cannot read what to feed: " + ours.getMessage(), ours);
    }
    return count;
  }

  private int receive(byte[] into, int offset, int length) throws IOException {
    try {
      return connection.in().read(into, offset, length);
    } catch (StreamException e) {
      if (failure == null && (e.cancelled() || !answers())) {
        throw e;
      }
      return -1;
    }
  }

  private boolean answers() {
    try {
      ping.run();
      return true;
    } catch (GantryException e) {
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    connection.close();
  }
}
