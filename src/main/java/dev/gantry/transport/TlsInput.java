package dev.gantry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/** What comes in by TLS. */
final class TlsInput extends InputStream {
  private static final int AHEAD = 16 * 1024;

  private final SSLSocket tls;
  private final TlsCarrier carrier;
  private final InputStream encrypted;
  private final InputStream in;
  private final TlsDiagnosis diagnosis;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile int timeout;
  private volatile boolean leaving;
  private boolean heard;
  private byte[] ahead = {};
  private int position;

  TlsInput(SSLSocket tls, TlsCarrier carrier, TlsDiagnosis diagnosis) throws IOException {
    this.tls = tls;
    this.carrier = carrier;
    this.encrypted = carrier.getInputStream();
    this.in = tls.getInputStream();
    this.diagnosis = diagnosis;
  }

  void timeout(int millis) throws SocketException {
    timeout = millis;
    tls.setSoTimeout(millis);
  }

  /** This side is about to close: what fails from now on is nobody's refusal. */
  void leave() {
    leaving = true;
  }

  int timeout() {
    return timeout;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    lock.lock();
    try {
      int count = Math.min(len, ahead.length - position);
      if (count <= 0) {
        return receive(b, off, len);
      }
      System.arraycopy(ahead, position, b, off, count);
      position += count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * A TCP connection that ends without close_notify was cut off, by whomever (RFC 8446, section
   * 6.1); Java's TLS takes that for an end. In TLS 1.3 a daemon's refusal of the client certificate
   * is the first that can be read.
   */
  private int receive(byte[] b, int off, int len) throws IOException {
    int count;
    try {
      count = in.read(b, off, len);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw heard || leaving ? e : diagnosis.ofFirstRead(e);
    }
    if (count < 0 && carrier.ended()) {
      EOFException cut = new EOFException("the connection was cut off, without the end of TLS");
      throw heard || leaving ? cut : diagnosis.ofFirstRead(cut);
    }
    heard |= count > 0;
    return count;
  }

  /** How much can be read without waiting; decrypts what has come to find out. */
  @Override
  public int available() throws IOException {
    if (!lock.tryLock()) {
      return 0;
    }
    try {
      if (position == ahead.length && in.available() == 0 && encrypted.available() > 0) {
        lookAhead();
      }
      return position < ahead.length ? ahead.length - position : in.available();
    } finally {
      lock.unlock();
    }
  }

  /** What has come may be less than a record, or none of the application's. */
  private void lookAhead() throws IOException {
    byte[] piece = new byte[AHEAD];
    tls.setSoTimeout(1);
    try {
      int count = receive(piece, 0, piece.length);
      ahead = Arrays.copyOf(piece, Math.max(0, count));
      position = 0;
    } catch (SocketTimeoutException e) {
      // The rest is still on its way.
    } finally {
      tls.setSoTimeout(timeout);
    }
  }
}
