package dev.gantry.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says why TLS did not come about. */
final class TlsDiagnosis {
  /** So Java words an alert (RFC 8446, section 6.2); it keeps it nowhere else. */
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  private static final String IS_IT_TLS =
      "Does this port speak TLS? Without it, the address is tcp:// and there are no TLS options.";

  private final DockerHost host;
  private final TlsCarrier carrier;
  private final TlsAlerts alerts;

  TlsDiagnosis(DockerHost host, TlsCarrier carrier, TlsAlerts alerts) {
    this.host = host;
    this.carrier = carrier;
    this.alerts = alerts;
  }

  /** The handshake failed. */
  ConnectionException ofHandshake(IOException failure, Duration timeout) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof ConnectionException refused) {
        return refused;
      }
    }
    if (failure instanceof SocketTimeoutException) {
      return exception(
          "it accepts connections, but did not answer the TLS handshake within "
              + timeout.toMillis()
              + " ms",
          IS_IT_TLS,
          failure);
    }
    return ofStart(failure);
  }

  private ConnectionException ofStart(IOException failure) {
    byte[] start = carrier.start();
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("HTTP/")) {
      return exception("it speaks plain HTTP on this port, and no TLS", IS_IT_TLS, failure);
    }
    if (start.length > 0 && !TlsRecord.isTls(start)) {
      return exception(
          "what it answers is not TLS; it begins with '" + text.replaceAll("[^ -~]", ".") + "'",
          IS_IT_TLS,
          failure);
    }
    if (TlsRecord.choosesOldVersion(start)) {
      return alerts.explain("protocol_version", failure);
    }
    return ofFailure(failure);
  }

  private ConnectionException ofFailure(IOException failure) {
    Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
    if (alert.find()) {
      return alerts.explain(alert.group(1), failure);
    }
    boolean left = carrier.ended() || failure instanceof EOFException;
    if (left || !(failure instanceof SSLException)) {
      return exception("it broke the connection off in the TLS handshake", IS_IT_TLS, failure);
    }
    return exception("the TLS handshake failed: " + failure.getMessage(), "", failure);
  }

  /**
   * Nothing of an answer could be read: in TLS 1.3 a daemon looks at the client's certificate only
   * when the handshake is over for this side.
   *
   * @return the failure, when it has nothing to do with TLS
   * @throws ConnectionException the daemon refused this side
   */
  IOException ofFirstRead(IOException failure) {
    Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
    if (alert.find()) {
      throw alerts.explain(alert.group(1), failure);
    }
    if (alerts.asked()) {
      throw alerts.leftAfterAsking(failure);
    }
    return failure;
  }

  private ConnectionException exception(String wrong, String hint, IOException cause) {
    return new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, cause);
  }
}
