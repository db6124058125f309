package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.ChunkedOutputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthOutputStream;
import org.jspecify.annotations.Nullable;

/** Sends the body of a request, and stops when the daemon refuses it before it is all sent. */
final class RequestBody {
  private static final int CHUNK = 16 * 1024;

  /** Less than this fits the buffers of a socket: its write does not get stuck. */
  private static final int UNGUARDED = 64 * 1024;

  private static final int FIRST_ERROR = 400;

  private final Body body;
  private final Lease lease;
  private final OutputStream framed;
  private long count;
  private long nextLook;
  private @Nullable ClassicHttpResponse early;

  RequestBody(Body body, Lease lease) {
    this.body = body;
    this.lease = lease;
    Wire wire = lease.wire();
    this.framed =
        body.length() < 0
            ? new ChunkedOutputStream(wire.outBuffer(), wire.out(), CHUNK)
            : new ContentLengthOutputStream(wire.outBuffer(), wire.out(), body.length());
  }

  /**
   * Sends it.
   *
   * @return the head of an answer that came meanwhile, if one did
   * @throws IOException the connection takes no more and has no answer
   */
  @Nullable ClassicHttpResponse send() throws IOException {
    if (body.length() >= 0 && body.length() <= UNGUARDED) {
      sendWith(() -> false);
    } else {
      try (SendGuard guard = new SendGuard(lease.wire(), lease.patience())) {
        sendWith(guard::timedOut);
      }
    }
    return early;
  }

  private void sendWith(BooleanSupplier timedOut) throws IOException {
    try {
      body.writeTo(new Output());
      finish();
    } catch (IOException | RuntimeException e) {
      if (timedOut.getAsBoolean()) {
        throw new SocketTimeoutException();
      }
      if (early == null && e instanceof WireOutput.Broken broken) {
        throw broken;
      }
      if (!isRefused() && !(e instanceof WireOutput.Broken)) {
        throw unreadable(e);
      }
    }
  }

  /**
   * Ends the body. Only here and not on close: a body that its writer could not complete must not
   * look complete to the daemon.
   */
  private void finish() throws IOException {
    if (body.length() >= 0 && count != body.length()) {
      throw new IOException(
          "it has " + count + " bytes where " + body.length() + " were announced");
    }
    framed.close();
    lease.wire().flush();
  }

  private RuntimeException unreadable(Exception failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : StreamException.lost(
            lease.call() + ": cannot produce the body to send: " + failure.getMessage(), failure);
  }

  private boolean isRefused() {
    return early != null && early.getCode() >= FIRST_ERROR;
  }

  private void look() throws IOException {
    if (early == null && count >= nextLook && lease.wire().in().available() > 0) {
      try {
        early = lease.wire().readFinalHead();
      } catch (HttpException e) {
        throw new WireOutput.Broken(new IOException(e));
      }
    }
    nextLook = count < nextLook ? nextLook : count + CHUNK;
    if (isRefused()) {
      throw new IOException("the daemon refused the rest");
    }
  }

  /** While the daemon keeps up no write gets stuck, and so none takes notice of an interrupt. */
  private void heedInterrupt() {
    if (lease.patience().interrupted()) {
      lease.wire().cancel();
      throw StreamException.cancelled(lease.call() + " was cancelled after " + count + " bytes");
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      heedInterrupt();
      look();
      count += len;
      if (body.length() >= 0 && count > body.length()) {
        throw new IOException("it is longer than the " + body.length() + " bytes announced");
      }
      framed.write(b, off, len);
    }

    @Override
    public void flush() throws IOException {
      framed.flush();
    }
  }
}
