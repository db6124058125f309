package dev.gantry.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import org.apache.hc.core5.http.ConnectionClosedException;

/**
 * The bytes of a connection, read with the patience of the current call.
 *
 * <p>HttpCore takes an end of the connection inside a head, a chunk header or a trailer for the end
 * of that part (AbstractMessageParser.parseHeaders and ChunkedInputStream of httpcore5 5.4), so
 * that a lost connection looks like a complete answer. Here the end is an error unless {@link
 * #endAllowed} says that this message ends with its connection.
 */
final class WireInput extends InputStream {
  private static final int EXCERPT = 24;

  private final Socket socket;
  private final InputStream in;
  private Patience patience;
  private int soTimeout;
  private boolean answered;
  private boolean endAllowed;
  private volatile boolean cancelled;

  WireInput(Socket socket, Patience patience) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.patience = patience;
    this.soTimeout = socket.getSoTimeout();
  }

  /** A new call begins. */
  void begin(Patience next) {
    patience = next;
    answered = false;
    endAllowed = false;
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

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int millis = patience.millis();
    if (millis != soTimeout) {
      socket.setSoTimeout(millis);
      soTimeout = millis;
    }
    int count = in.read(b, off, len);
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

  @Override
  public int available() throws IOException {
    return in.available();
  }

  /** Whether the other side has closed, or sent what nobody asked for. */
  boolean stale() {
    try {
      soTimeout = 1;
      socket.setSoTimeout(soTimeout);
      return in.read() >= -1;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
