package dev.gantry.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a request: its head, and its body as a stream. */
public final class HttpResponse implements AutoCloseable {
  private final Head head;
  private final InputStream body;
  private final @Nullable UpgradedConnection upgraded;

  /** Status line and header lines. */
  record Head(int status, String reason, Headers headers) {}

  private HttpResponse(Head head, InputStream body, @Nullable UpgradedConnection upgraded) {
    this.head = head;
    this.body = body;
    this.upgraded = upgraded;
  }

  /** An answer that is all in memory, for fakes and decorators. */
  public static HttpResponse of(int status, Headers headers, byte[] body) {
    return of(status, headers, new ByteArrayInputStream(body));
  }

  /** An answer whose body is read from a stream, for fakes and decorators. */
  public static HttpResponse of(int status, Headers headers, InputStream body) {
    return new HttpResponse(new Head(status, "", headers), body, null);
  }

  /** An answer that handed over the connection, for fakes and decorators. */
  public static HttpResponse of(int status, Headers headers, UpgradedConnection upgraded) {
    return new HttpResponse(new Head(status, "", headers), InputStream.nullInputStream(), upgraded);
  }

  static HttpResponse streaming(Head head, InputStream body) {
    return new HttpResponse(head, body, null);
  }

  static HttpResponse upgraded(Head head, UpgradedConnection upgraded) {
    return new HttpResponse(head, InputStream.nullInputStream(), upgraded);
  }

  public int status() {
    return head.status();
  }

  /** The words behind the status; often empty. */
  public String reason() {
    return head.reason();
  }

  public Headers headers() {
    return head.headers();
  }

  /**
   * The body as it comes in.
   *
   * <p>Its reads throw unchecked exceptions of ours: {@link StreamException} when the connection is
   * lost before the end of the body, or was closed by this side (from any thread), and {@link
   * dev.gantry.transport.ConnectionException} when a time-out expired. A lost connection never
   * looks like the end.
   */
  public InputStream body() {
    return body;
  }

  /**
   * The body up to a limit; what is beyond it is left unread.
   *
   * @param cap the most bytes to read
   */
  public byte[] bodyBytes(int cap) {
    try {
      return body.readNBytes(cap);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The raw connection, when the daemon agreed to hand it over. */
  public Optional<UpgradedConnection> upgraded() {
    return Optional.ofNullable(upgraded);
  }

  /**
   * Ends the use of this answer, from any thread. The connection goes back to the pool when the
   * body was read to its end or the rest is short and already here; otherwise it is closed.
   */
  @Override
  public void close() {
    if (upgraded != null) {
      upgraded.close();
    }
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
