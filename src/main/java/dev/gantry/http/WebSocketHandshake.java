package dev.gantry.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.ConnectionException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Turns a connection into a WebSocket (RFC 6455, section 4); used for one request. */
public final class WebSocketHandshake {
  /** RFC 6455, section 1.3: proves that the other side knows WebSockets. */
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SWITCHING_PROTOCOLS = 101;

  private final String key;

  public WebSocketHandshake() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    key = Base64.getEncoder().encodeToString(nonce);
  }

  /** The request, asking for a WebSocket. */
  public HttpRequest on(HttpRequest request) {
    return request
        .with(Link.UPGRADE)
        .with(
            request
                .headers()
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Key", key)
                .with("Sec-WebSocket-Version", "13"));
  }

  /**
   * The messages on the connection as two streams of bytes: what each message holds, without its
   * borders. Ending the output sends the frame that closes; an input that ends without one is lost.
   *
   * @throws ConnectionException the other side did not agree
   */
  public UpgradedConnection accepted(HttpResponse answer) {
    UpgradedConnection raw = answer.upgraded().orElse(null);
    if (raw == null
        || answer.status() != SWITCHING_PROTOCOLS
        || !answer.headers().first("Sec-WebSocket-Accept").orElse("").equals(proof())) {
      answer.close();
      throw new ConnectionException(
          "The daemon did not agree to a WebSocket (status " + answer.status() + ")",
          "Is there a proxy in between that does not know WebSockets?",
          null);
    }
    WebSocketOutput out = new WebSocketOutput(raw);
    return new UpgradedConnection(new WebSocketInput(raw.in(), out), out, out);
  }

  private String proof() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
