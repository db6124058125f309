package dev.gantry.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/**
 * A connection over TLS that can be closed, and half-closed, while another thread is stuck in it.
 *
 * <p>Java's own {@link SSLSocket} waits for whoever writes, and in TLS 1.2 for the other side's
 * farewell as well.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // nobody shall wait for whoever is stuck
final class TlsSocket extends Socket {
  /** How long a farewell may take that the other side may not be there to read. */
  private static final long FAREWELL_MILLIS = 100;

  private final SSLSocket tls;
  private final TlsCarrier carrier;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean outputEnded = new AtomicBoolean();
  private final TlsInput in;

  TlsSocket(SSLSocket tls, TlsCarrier carrier, TlsDiagnosis diagnosis) throws IOException {
    this.tls = tls;
    this.carrier = carrier;
    this.in = new TlsInput(tls, carrier, diagnosis);
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(tls.getOutputStream());
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    in.timeout(millis);
  }

  @Override
  public int getSoTimeout() {
    return in.timeout();
  }

  /**
   * Sends close_notify; when another thread is stuck in a write, that ends, and nothing is sent.
   */
  @Override
  public void shutdownOutput() throws IOException {
    if (!outputEnded.getAndSet(true)) {
      if (writing.isLocked()) {
        carrier.shutdownOutput();
      } else {
        sayFarewell();
      }
    }
  }

  /** It may block, and is not worth waiting for: the other side does not read then. */
  private void sayFarewell() {
    Thread farewell = new Thread(this::endOutput, "gantry-tls-farewell");
    farewell.setDaemon(true);
    farewell.start();
    try {
      farewell.join(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endOutput() {
    try {
      tls.shutdownOutput();
    } catch (IOException e) {
      // Whoever reads will see that the connection is gone.
    }
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    in.leave();
    boolean listens = !carrier.ended() && carrier.broken() == null;
    if (listens && !writing.isLocked() && !outputEnded.getAndSet(true)) {
      sayFarewell();
    }
    carrier.close();
  }

  private final class Output extends OutputStream {
    private final OutputStream out;

    Output(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      writing.lock();
      try {
        failWhenBroken();
        out.write(b, off, len);
        failWhenBroken();
      } finally {
        writing.unlock();
      }
    }

    private void failWhenBroken() throws IOException {
      IOException broken = carrier.broken();
      if (broken != null) {
        throw new IOException("the other side takes no more", broken);
      }
    }
  }
}
