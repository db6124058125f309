package dev.gantry.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;

/**
 * Knows the plain answer that Go's servers, such as the Docker Engine, give on a port for TLS
 * (go1.24, net/http/server.go, badRequest of a tls.RecordHeaderError): a bare HTTP/1.0 400.
 */
final class HttpsPort {
  private static final byte[] SENTENCE =
      "Client sent an HTTP request to an HTTPS server.".getBytes(StandardCharsets.US_ASCII);

  private HttpsPort() {}

  /**
   * Looks at the start of a body.
   *
   * @return the body, whole
   * @throws NotHttpException the port speaks TLS
   */
  static InputStream check(ClassicHttpResponse head, InputStream body) throws IOException {
    boolean bare =
        head.getCode() == HttpStatus.SC_BAD_REQUEST
            && HttpVersion.HTTP_1_0.equals(head.getVersion())
            && head.getHeaders().length == 0;
    if (!bare) {
      return body;
    }
    byte[] start = body.readNBytes(SENTENCE.length);
    if (Arrays.equals(start, SENTENCE)) {
      throw NotHttpException.onHttpsPort();
    }
    return new SequenceInputStream(new ByteArrayInputStream(start), body);
  }
}
