package dev.gantry.engine;

import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.io.IOException;
import java.io.InputStream;
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

  private final InputStream in;
  private final AutoCloseable connection;
  private final boolean framed;
  private final byte[] header = new byte[HEADER];
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

  private @Nullable Frame readFrame() {
    while (left == 0) {
      int read = fill();
      if (read == 0) {
        return null;
      }
      if (read < HEADER
          || header[0] < 0
          || header[0] > 3
          || header[1] != 0
          || header[2] != 0
          || header[3] != 0) {
        throw broken("The engine sent output that is not in frames, or broke off within a frame");
      }
      source = Frame.Source.numbered(header[0]);
      left = lengthIn(header);
    }
    Frame piece = readPiece((int) Math.min(left, PIECE));
    if (piece == null) {
      throw broken("The stream ended " + left + " bytes short of a whole frame");
    }
    left -= piece.bytes().length;
    return piece;
  }

  private static StreamException broken(String why) {
    return StreamException.lost(why, new IOException(why));
  }

  private static long lengthIn(byte[] header) {
    return (header[4] & 0xFFL) << 24
        | (header[5] & 0xFFL) << 16
        | (header[6] & 0xFFL) << 8
        | (header[7] & 0xFFL);
  }

  /** Reads a frame's header; fewer bytes than it has only when the stream ends. */
  private int fill() {
    try {
      return in.readNBytes(header, 0, HEADER);
    } catch (IOException e) {
      throw StreamException.lost("The stream was lost: " + e.getMessage(), e);
    }
  }

  private @Nullable Frame readPiece(int atMost) {
    try {
      byte[] bytes = new byte[atMost];
      int read = in.read(bytes);
      return read < 0
          ? null
          : new Frame(source, read == atMost ? bytes : Arrays.copyOf(bytes, read));
    } catch (IOException e) {
      throw StreamException.lost("The stream was lost: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    Closing.quietly(connection);
  }
}
