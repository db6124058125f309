package dev.gantry.transport;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connection under TLS.
 *
 * <p>It keeps a write that failed to itself: Java's TLS gives up both directions with the first
 * one, and what the other side said before it left (a refusal, an alert) could not be read any
 * more.
 */
final class TlsCarrier extends Socket {
  /** A record's header and the start of a ServerHello (RFC 8446, sections 4.1.3 and 5.1). */
  private static final int START = 24;

  private byte[] start = {};
  private volatile long deadline;
  private volatile boolean ended;
  private volatile @Nullable IOException broken;

  TlsCarrier() {
    super(Proxy.NO_PROXY);
  }

  /** Lets all reads together last until then ({@link System#nanoTime}); 0 takes that back. */
  void deadline(long nanos) {
    deadline = nanos;
  }

  /** The first bytes that came; to be asked for when the handshake is over. */
  byte[] start() {
    return start.clone();
  }

  /** Whether the other side has ended the TCP connection. */
  boolean ended() {
    return ended;
  }

  /** Why nothing can be sent any more; null while it can. */
  @Nullable IOException broken() {
    return broken;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private final class Input extends FilterInputStream {
    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      keepToDeadline();
      int count = in.read(b, off, len);
      if (count < 0) {
        ended = true;
      } else if (start.length < START) {
        remember(b, off, count);
        takeMoreOfAnotherProtocol();
      }
      return count;
    }

    private void remember(byte[] b, int off, int count) {
      int old = start.length;
      int more = Math.min(count, START - old);
      start = Arrays.copyOf(start, old + more);
      System.arraycopy(b, off, start, old, more);
    }

    /** Java's TLS gives up after five bytes, which tell a person little. */
    private void takeMoreOfAnotherProtocol() throws IOException {
      if (start.length > 0 && !TlsRecord.isTls(start)) {
        byte[] more = in.readNBytes(Math.min(in.available(), START));
        remember(more, 0, more.length);
      }
    }

    private void keepToDeadline() throws IOException {
      if (deadline != 0) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new SocketTimeoutException("no time left");
        }
        setSoTimeout((int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1));
      }
    }
  }

  private final class Output extends FilterOutputStream {
    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
      if (broken != null) {
        return;
      }
      try {
        out.write(b, off, len);
      } catch (IOException e) {
        broken = e;
      }
    }
  }
}
