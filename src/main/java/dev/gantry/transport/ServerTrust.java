package dev.gantry.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Decides whether a daemon is the one that is meant, and says what speaks against it. */
final class ServerTrust extends X509ExtendedTrustManager {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final X509TrustManager chains;
  private final DockerHost host;
  private final TlsSettings settings;

  /**
   * @param chains decides whether an authority vouches for a certificate
   */
  ServerTrust(X509TrustManager chains, DockerHost host, TlsSettings settings) {
    this.chains = chains;
    this.host = host;
    this.settings = settings;
  }

  static String date(Date date) {
    return DATE.format(date.toInstant());
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    Instant now = Instant.now();
    checkTime(chain[0], now, "the daemon's certificate");
    checkChain(chain, authType, now);
    checkName(chain[0]);
  }

  private void checkTime(X509Certificate certificate, Instant now, String what)
      throws CertificateException {
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isAfter(end)) {
      throw refused(
          what + " has expired: it was valid until " + date(certificate.getNotAfter()),
          "Renew it on the host of the daemon" + clock(now) + ".",
          null);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw refused(
          what + " is not valid yet: it will be from " + date(certificate.getNotBefore()),
          "One of the two clocks is wrong, or it was made for later" + clock(now) + ".",
          null);
    }
  }

  private static String clock(Instant now) {
    return " (it is " + DATE.format(now.truncatedTo(ChronoUnit.MINUTES)) + " on this machine)";
  }

  private void checkChain(X509Certificate[] chain, String authType, Instant now)
      throws CertificateException {
    try {
      chains.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      for (int i = 1; i < chain.length; i++) {
        checkTime(chain[i], now, "the certificate of the authority " + subject(chain[i]));
      }
      throw untrusted(chain, e);
    }
    checkAuthority(chain[chain.length - 1], now);
  }

  /** Java does not ask whether those that it trusts are still valid; Go does. */
  private void checkAuthority(X509Certificate last, Instant now) throws CertificateException {
    List<X509Certificate> issuers = issuersOf(last);
    if (issuers.size() == 1) {
      checkTime(issuers.get(0), now, "the certificate of the authority " + subject(issuers.get(0)));
    }
  }

  private List<X509Certificate> issuersOf(X509Certificate certificate) {
    return settings.ca() == null
        ? List.of()
        : List.of(chains.getAcceptedIssuers()).stream()
            .filter(
                one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
            .toList();
  }

  private CertificateException untrusted(X509Certificate[] chain, CertificateException why) {
    X509Certificate last = chain[chain.length - 1];
    String issuer = "'" + last.getIssuerX500Principal().getName() + "'";
    if (!issuersOf(last).isEmpty()) {
      return refused(
          "the daemon's certificate is not signed by the authority "
              + issuer
              + " of '"
              + settings.ca()
              + "', but by another of the same name, or may not be used by a server",
          "Take the file of the authority that belongs to this daemon (" + said(why) + ").",
          why);
    }
    return refused(
        "the daemon's certificate is signed by an unknown authority, " + issuer,
        settings.ca() == null
            ? "If it is the right one, name its file with --tlscacert, or put it as ca.pem into"
                + " DOCKER_CERT_PATH."
            : "'" + settings.ca() + "' holds others. Take the ca.pem that belongs to this daemon.",
        why);
  }

  private static String said(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return "Java says: " + last.getMessage();
  }

  private void checkName(X509Certificate certificate) throws CertificateException {
    String name = settings.serverName() == null ? host.host() : settings.serverName();
    ServerNames names = ServerNames.of(certificate);
    if (!names.include(name)) {
      String meant = names.toString();
      throw refused(
          "the daemon's certificate is not for '"
              + name
              + "' but for "
              + (meant.isEmpty() ? "no name at all (a common name does not count)" : meant),
          meant.isEmpty()
              ? "Make one with this name or address as its subjectAltName."
              : "Use one of these in the address, or make a certificate that is for this one too.",
          null);
    }
  }

  private static String subject(X509Certificate certificate) {
    return "'" + certificate.getSubjectX500Principal().getName() + "'";
  }

  /** Java's TLS only knows {@link CertificateException}; what is to be said goes with it. */
  private CertificateException refused(String wrong, String hint, @Nullable Throwable cause) {
    return new CertificateException(
        new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, cause));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this side is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chains.getAcceptedIssuers();
  }
}
