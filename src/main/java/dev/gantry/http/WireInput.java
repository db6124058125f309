package dev.gantry.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a connection, read with the patience of the current call.
 *
 * <p>HttpCore takes an end of the connection inside a head, a chunk header or a trailer for the end
 * of that part (AbstractMessageParser.parseHeaders and ChunkedInputStream of httpcore5 5.4), so
 * that a lost connection looks like a complete answer. Here the end is an error unless {@link
 * #endAllowed} says that this message ends with its connection.
 */
final class WireInput extends InputStream {
  /** How soon a blocked read notices that its thread is interrupted. */
  private static final int SLICE_MILLIS = 200;

  private static final int EXCERPT = 24;

  private final Socket socket;
  private final Rescue in;
  private Patience patience;
  private volatile int soTimeout;
  private volatile boolean handedOver;
  private volatile @Nullable Thread reader;
  private boolean answered;
  private boolean endAllowed;
  private volatile boolean cancelled;

  WireInput(Socket socket, Patience patience) throws IOException {
    this.socket = socket;
    this.in = new Rescue(socket.getInputStream());
    this.patience = patience;
    this.soTimeout = socket.getSoTimeout();
  }

  /** A new call begins. */
  void begin(Patience next) {
    patience = next;
    answered = false;
    endAllowed = false;
    in.begin();
  }

  void endAllowed() {
    endAllowed = true;
  }

  /** Whether a byte of the answer has come. */
  boolean answered() {
    return answered;
  }

  void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  /** Who waits in a read of a connection that was handed over; null when nobody does. */
  @Nullable Thread reader() {
    return reader;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int count = receive(b, off, len);
    if (cancelled) {
      // junixsocket ends a read with -1 when another thread closes the socket.
      throw new ConnectionClosedException("closed by this side");
    }
    if (count < 0 && !endAllowed) {
      throw new ConnectionClosedException("closed by the other side");
    }
    if (count > 0 && !answered) {
      answered = true;
      if (b[off] != 'H') {
        throw new NotHttpException(Arrays.copyOfRange(b, off, off + Math.min(count, EXCERPT)));
      }
    }
    return count;
  }

  private int receive(byte[] b, int off, int len) throws IOException {
    if (handedOver) {
      return receiveUnlimited(b, off, len);
    }
    patience.nextPiece();
    while (true) {
      if (!in.hasRescued()) {
        waitAtMost(slice());
      }
      try {
        return in.read(b, off, len);
      } catch (SocketTimeoutException e) {
        if (patience.interrupted()) {
          cancelled = true;
          return -1;
        }
      }
    }
  }

  private int receiveUnlimited(byte[] b, int off, int len) throws IOException {
    reader = Thread.currentThread();
    try {
      return in.read(b, off, len);
    } finally {
      reader = null;
    }
  }

  /** From here on both directions are used at once, and reads wait as long as it takes. */
  void handOver() throws IOException {
    handedOver = true;
    unlimited();
  }

  /**
   * Takes the limit off the socket for a write: junixsocket 2.11.1 sets SO_SNDTIMEO together with
   * SO_RCVTIMEO, and a write that runs into it has sent nobody knows how much.
   */
  void unlimited() throws IOException {
    waitAtMost(0);
  }

  private int slice() throws SocketTimeoutException {
    Duration left = patience.left();
    if (left.isNegative()) {
      throw new SocketTimeoutException();
    }
    return left.isZero() ? SLICE_MILLIS : (int) Math.min(SLICE_MILLIS, left.toMillis() + 1);
  }

  private void waitAtMost(int millis) throws IOException {
    if (millis != soTimeout) {
      socket.setSoTimeout(millis);
      soTimeout = millis;
    }
  }

  /** Takes in what has come; tells whether it refuses the request. From any thread. */
  boolean takeRefusal() throws IOException {
    return in.takeRefusal();
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  /** Whether the other side has closed, or sent what nobody asked for. Takes up to 1 ms. */
  boolean stale() {
    try {
      waitAtMost(1);
      int ignored = in.read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
