package dev.gantry.transport;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** What a daemon means by the alert with which it ends TLS (RFC 8446, section 6.2). */
final class TlsAlerts {
  private static final String GIVE_ONE =
      "Name them with --tlscert and --tlskey, or put them as cert.pem and key.pem into"
          + " DOCKER_CERT_PATH.";

  private final DockerHost host;
  private final TlsSettings settings;
  private final ClientKey key;

  TlsAlerts(DockerHost host, TlsSettings settings, ClientKey key) {
    this.host = host;
    this.settings = settings;
    this.key = key;
  }

  /** Whether the daemon wanted to see a certificate. */
  boolean asked() {
    return key.asked();
  }

  ConnectionException explain(String alert, IOException cause) {
    return switch (alert) {
      case "protocol_version" ->
          exception(
              "it speaks only versions of TLS before 1.2, which are no longer safe",
              "Renew the daemon, or what stands before it.",
              cause);
      case "handshake_failure", "insufficient_security" ->
          key.asked()
              ? ofCertificate(alert, cause)
              : exception(
                  "the daemon and this side have no way of encryption in common (" + alert + ")",
                  "",
                  cause);
      case "unrecognized_name" ->
          exception(
              "it does not serve the name that was asked for (" + alert + ")",
              "Use the name in the address that its certificate is for.",
              cause);
      case "internal_error", "unexpected_message", "record_overflow", "decode_error" ->
          exception("the daemon broke off TLS (" + alert + ")", "Its log says why.", cause);
      default -> ofCertificate(alert, cause);
    };
  }

  private ConnectionException ofCertificate(String alert, IOException cause) {
    X509Certificate certificate = key.certificate();
    if (certificate == null) {
      return exception(
          "the daemon demands a client certificate, and none was given (" + alert + ")",
          GIVE_ONE,
          cause);
    }
    return exception(
        "the daemon refused the client certificate '"
            + settings.certificate()
            + "' ("
            + alert
            + ")",
        reason(certificate),
        cause);
  }

  private static String reason(X509Certificate certificate) {
    if (Instant.now().isAfter(certificate.getNotAfter().toInstant())) {
      return "It was valid until " + ServerTrust.date(certificate.getNotAfter()) + ": renew it.";
    }
    return "It is signed by '"
        + certificate.getIssuerX500Principal().getName()
        + "'; the daemon takes those of the authority that its own --tlscacert names, if they are"
        + " meant for clients.";
  }

  /** It left without a word; what else could it have against this side? */
  ConnectionException leftAfterAsking(IOException cause) {
    return exception(
        "the daemon asked for a client certificate, "
            + (key.certificate() == null ? "got none" : "got '" + settings.certificate() + "'")
            + ", and left without an answer",
        key.certificate() == null ? GIVE_ONE : "Its log says why.",
        cause);
  }

  private ConnectionException exception(String wrong, String hint, IOException cause) {
    return new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, cause);
  }
}
