package dev.gantry.engine;

import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Output of a program, told apart: logs, attach and exec.
 *
 * <p>On the wire a frame is one byte for the stream, three zero bytes, four bytes of length
 * (big-endian), and that many bytes; with a terminal there are no frames, only bytes (moby v28.5.2,
 * api/swagger.yaml, ContainerAttach). A frame is handed on in pieces of at most 64 KiB, so that a
 * giant one takes no more memory than a small one.
 *
 * <p>Reading blocks until there is output. {@link #close()} from another thread ends it with a
 * {@link StreamException}. A connection that breaks off is a {@link StreamException} too, and never
 * looks like the end.
 */
public final class FrameStream implements Iterator<Frame>, AutoCloseable {
  private static final int PIECE = 1 << 16;
  private static final int HEADER = 8;
  private static final int SYSTEM = 3;

  private final InputStream in;
  private final AutoCloseable connection;
  private final boolean framed;
  private final byte[] buffer = new byte[PIECE];
  private Frame.Source source = Frame.Source.OUT;
  private long left;
  private @Nullable Frame next;

  /** The output in an answer; see {@link #of(UpgradedConnection, boolean)}. */
  static FrameStream of(HttpResponse response, boolean terminal) {
    return new FrameStream(response.body(), response, !terminal);
  }

  /**
   * The output on a connection that was taken over; closed with the stream.
   *
   * @param terminal whether the program has a terminal, and so no frames
   */
  public static FrameStream of(UpgradedConnection connection, boolean terminal) {
    return new FrameStream(connection.in(), connection, !terminal);
  }

  FrameStream(InputStream in, AutoCloseable connection, boolean framed) {
    this.in = in;
    this.connection = connection;
    this.framed = framed;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = framed ? readFrame() : readPiece(PIECE);
    }
    return next != null;
  }

  @Override
  public Frame next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Frame frame = next;
    next = null;
    if (frame.source() == Frame.Source.SYSTEM) {
      throw broken("The engine could not go on with the stream: " + frame.text().strip());
    }
    return frame;
  }

  /**
   * The bytes of all streams together, in the order in which they came, without a copy for each
   * frame; in place of going through the frames.
   */
  public InputStream bytes() {
    return new FrameBytes(this);
  }

  /** Reads into a buffer what is there of the next frame; -1 at the end. */
  int read(byte[] into, int from, int atMost) {
    if (!framed) {
      return read(into, from, atMost, false);
    }
    if (!begin()) {
      return -1;
    }
    if (source == Frame.Source.SYSTEM) {
      next();
    }
    int read = read(into, from, (int) Math.min(left, atMost), false);
    if (read < 0) {
      throw cut();
    }
    left -= read;
    return read;
  }

  /** Whether the next read will hardly wait. */
  boolean moreIsHere() {
    try {
      return in.available() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Goes to where there are bytes of a frame left; false at the end. */
  private boolean begin() {
    while (left == 0) {
      if (!readHeader()) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Frame readFrame() {
    if (!begin()) {
      return null;
    }
    Frame piece = readPiece((int) Math.min(left, PIECE));
    if (piece == null) {
      throw cut();
    }
    left -= piece.bytes().length;
    return piece;
  }

  /** Reads which stream the next frame is of, and how long it is; false at the end. */
  private boolean readHeader() {
    int read = read(buffer, 0, HEADER, true);
    if (read <= 0) {
      return false;
    }
    if (read < HEADER) {
      throw broken("The stream ended within the header of a frame");
    }
    ByteBuffer header = ByteBuffer.wrap(buffer, 0, HEADER);
    int first = header.getInt();
    if (first >>> 24 > SYSTEM || (first & 0xFFFFFF) != 0) {
      throw broken("The engine sent output that is not in frames");
    }
    source = Frame.Source.numbered(first >>> 24);
    left = Integer.toUnsignedLong(header.getInt());
    return true;
  }

  private @Nullable Frame readPiece(int atMost) {
    // The daemon's last words are one message, however it arrives.
    int read = read(buffer, 0, atMost, source == Frame.Source.SYSTEM);
    return read <= 0 ? null : new Frame(source, Arrays.copyOf(buffer, read));
  }

  /** Reads what there is, or as much as asked for; 0 or less only when the stream has ended. */
  private int read(byte[] into, int from, int atMost, boolean all) {
    try {
      return all ? in.readNBytes(into, from, atMost) : in.read(into, from, atMost);
    } catch (IOException e) {
      throw StreamException.lost("The stream was lost: " + e.getMessage(), e);
    }
  }

  private StreamException cut() {
    return broken("The stream ended " + left + " bytes short of a whole frame");
  }

  private static StreamException broken(String why) {
    return StreamException.lost(why, new IOException(why));
  }

  @Override
  public void close() {
    Closing.quietly(connection);
  }
}
