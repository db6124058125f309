package dev.gantry.testing;

import static dev.gantry.testing.Der.bits;
import static dev.gantry.testing.Der.integer;
import static dev.gantry.testing.Der.octets;
import static dev.gantry.testing.Der.oid;
import static dev.gantry.testing.Der.sequence;
import static dev.gantry.testing.Der.tagged;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Makes certificates for tests (RFC 5280), good or bad in one way, when they are needed. */
public final class CertificateMaker {
  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());
  private static final int VERSION_3 = 2;

  private final String subject;
  private String algorithm = "EC";
  private List<String> names = List.of();
  private Instant from = Instant.now().minus(Duration.ofHours(1));
  private Instant until = Instant.now().plus(Duration.ofDays(1));
  private boolean authority;

  private CertificateMaker(String subject) {
    this.subject = subject;
  }

  /** A certificate for whoever has this common name. */
  public static CertificateMaker certificate(String commonName) {
    return new CertificateMaker(commonName);
  }

  /** An authority, which vouches for itself. */
  public static CertifiedKey authority(String commonName) {
    CertificateMaker maker = new CertificateMaker(commonName);
    maker.authority = true;
    return maker.signedBy(null);
  }

  /** Its kind of key: {@code EC}, {@code RSA} or {@code Ed25519}. */
  public CertificateMaker keys(String kind) {
    algorithm = kind;
    return this;
  }

  /** DNS names and IP addresses that it is for. */
  public CertificateMaker names(String... all) {
    names = List.of(all);
    return this;
  }

  /** When it is good. */
  public CertificateMaker valid(Instant notBefore, Instant notAfter) {
    from = notBefore;
    until = notAfter;
    return this;
  }

  /** May vouch for others. */
  public CertificateMaker authority() {
    authority = true;
    return this;
  }

  /** Makes it; null means that it vouches for itself. */
  public CertifiedKey signedBy(@Nullable CertifiedKey issuer) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      PrivateKey signer = issuer == null ? pair.getPrivate() : issuer.key();
      X500Principal own = new X500Principal("CN=" + subject);
      X500Principal by = issuer == null ? own : issuer.certificate().getSubjectX500Principal();
      byte[] content = content(pair, own, by, signatureId(signer));
      Signature signature = Signature.getInstance(signatureName(signer));
      signature.initSign(signer);
      signature.update(content);
      byte[] all = sequence(content, signatureId(signer), bits(signature.sign()));
      return new CertifiedKey(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(all)),
          pair.getPrivate());
    } catch (GeneralSecurityException | UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] content(KeyPair pair, X500Principal own, X500Principal by, byte[] signatureId)
      throws UnknownHostException {
    return sequence(
        tagged(0xa0, integer(BigInteger.valueOf(VERSION_3))),
        integer(BigInteger.valueOf(SERIAL.incrementAndGet())),
        signatureId,
        by.getEncoded(),
        sequence(Der.time(from), Der.time(until)),
        own.getEncoded(),
        pair.getPublic().getEncoded(),
        tagged(0xa3, sequence(extensions())));
  }

  private byte[][] extensions() throws UnknownHostException {
    byte[] basic =
        sequence(
            oid("2.5.29.19"),
            octets(sequence(authority ? new byte[] {1, 1, (byte) 0xff} : new byte[0])));
    if (names.isEmpty()) {
      return new byte[][] {basic};
    }
    byte[][] all = new byte[names.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = name(names.get(i));
    }
    return new byte[][] {basic, sequence(oid("2.5.29.17"), octets(sequence(all)))};
  }

  private static byte[] name(String name) throws UnknownHostException {
    return name.matches("[\\d.]+|.*:.*")
        ? tagged(0x87, InetAddress.getByName(name).getAddress())
        : tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static String signatureName(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> "Ed25519";
    };
  }

  private static byte[] signatureId(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> sequence(oid("1.2.840.10045.4.3.2"));
      case "RSA" -> sequence(oid("1.2.840.113549.1.1.11"), new byte[] {5, 0});
      default -> sequence(oid("1.3.101.112"));
    };
  }
}
