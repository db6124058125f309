package dev.gantry.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.newsclub.net.unix.AFSocket;

/**
 * A connection through ssh: a local unix socket, of whose end it is asked whether it was the
 * daemon's, or ssh has failed.
 */
final class SshSocket extends Socket {
  private final AFSocket<?> socket;
  private final Judge judge;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean answered;

  /** Knows why a connection has ended. */
  @FunctionalInterface
  interface Judge {
    /**
     * Returns when the daemon has ended it in order.
     *
     * @param answered whether something has come from the daemon
     * @throws LostException ssh has failed
     * @throws ConnectionException ssh has failed before anything came
     */
    void judge(boolean answered) throws LostException;
  }

  /**
   * Wraps a socket that is connected.
   *
   * @param onClose runs once, when this is closed
   */
  SshSocket(AFSocket<?> socket, Judge judge, Runnable onClose) {
    this.socket = socket;
    this.judge = judge;
    this.onClose = onClose;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] b, int off, int len) throws IOException {
        int count = in.read(b, off, len);
        if (count > 0) {
          answered = true;
        } else if (count < 0 && !isClosed()) {
          judge.judge(answered);
        }
        return count;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return SocketOutput.of(socket);
  }

  @Override
  public void shutdownOutput() throws IOException {
    HalfClose.output(socket);
  }

  @Override
  public synchronized void setSoTimeout(int timeout) throws SocketException {
    socket.setSoTimeout(timeout);
  }

  @Override
  public synchronized int getSoTimeout() throws SocketException {
    return socket.getSoTimeout();
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
  public SocketAddress getRemoteSocketAddress() {
    return socket.getRemoteSocketAddress();
  }

  /** From any thread; whoever reads or writes meanwhile fails. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it must not wait for anybody
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
      socket.close();
    }
  }

  @Override
  public String toString() {
    return "connection through ssh";
  }
}
