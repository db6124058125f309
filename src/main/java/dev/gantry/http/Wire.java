package dev.gantry.http;

import dev.gantry.transport.HalfClose;
import dev.gantry.transport.SocketOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.jspecify.annotations.Nullable;

/** One connection, and the state of HTTP on it. Used by one call at a time. */
final class Wire {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int BUFFER = 16 * 1024;
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(64 * 1024).setMaxHeaderCount(201).build();

  private final Socket socket;
  private final WireInput in;
  private final WireOutput out;
  private final SessionInputBufferImpl inBuffer =
      new SessionInputBufferImpl(BUFFER, LIMITS.getMaxLineLength());
  private final SessionOutputBufferImpl outBuffer = new SessionOutputBufferImpl(BUFFER);
  private final AtomicReference<@Nullable Runnable> onClose;
  private long idleSince;

  /**
   * Begins to use a connection.
   *
   * @param onClose runs when it is closed, once
   */
  Wire(Socket socket, Patience patience, Runnable onClose) throws IOException {
    this.socket = socket;
    this.onClose = new AtomicReference<>(onClose);
    this.in = new WireInput(socket, patience);
    this.out = new WireOutput(in, SocketOutput.of(socket));
  }

  void begin(Patience patience) {
    in.begin(patience);
  }

  WireInput in() {
    return in;
  }

  WireOutput out() {
    return out;
  }

  SessionOutputBufferImpl outBuffer() {
    return outBuffer;
  }

  void writeHead(ClassicHttpRequest request) throws IOException, HttpException {
    new DefaultHttpRequestWriter().write(request, outBuffer, out);
  }

  void flush() throws IOException {
    outBuffer.flush(out);
  }

  /** Reads the head of the answer, past interim ones (RFC 9110, section 15.2). */
  ClassicHttpResponse readFinalHead() throws IOException, HttpException {
    ClassicHttpResponse head;
    do {
      head = readHead();
    } while (head.getCode() < 200 && head.getCode() != SWITCHING_PROTOCOLS);
    return head;
  }

  private ClassicHttpResponse readHead() throws IOException, HttpException {
    try {
      return new DefaultHttpResponseParser(LIMITS).parse(inBuffer, in);
    } catch (IllegalArgumentException e) {
      // So httpcore5 5.4 refuses a status of 0.
      throw new ProtocolException(e.getMessage(), e);
    }
  }

  /** The body that this head announces (RFC 9112, section 6.3). */
  InputStream bodyOf(ClassicHttpResponse head) throws HttpException {
    long length = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
    if (length >= 0) {
      return new ContentLengthInputStream(inBuffer, in, length);
    }
    return length == DefaultContentLengthStrategy.CHUNKED
        ? new ChunkedInputStream(inBuffer, in, LIMITS)
        : raw();
  }

  /** All that comes until the other side ends it, beginning with what is already here. */
  InputStream raw() {
    in.endAllowed();
    return new IdentityInputStream(inBuffer, in);
  }

  /** HTTP is done with this connection. */
  InputStream handOver() throws IOException {
    in.handOver();
    InterruptGuard.watch(this);
    return raw();
  }

  void rest() {
    idleSince = System.nanoTime();
  }

  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  /** Whether there are bytes that no request asked for. */
  boolean hasLeftovers() {
    return inBuffer.hasBufferedData();
  }

  /** Whether the next chunk has begun to arrive, behind the line break of the one before it. */
  boolean hasNextChunk() {
    return inBuffer.length() > 2;
  }

  void shutdownOutput() throws IOException {
    HalfClose.output(socket);
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  /** Closes from any thread: whoever reads or writes meanwhile fails. */
  void cancel() {
    in.cancel();
    close();
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody waits for anything on it any more.
    }
    Runnable first = onClose.getAndSet(null);
    if (first != null) {
      first.run();
    }
  }
}
