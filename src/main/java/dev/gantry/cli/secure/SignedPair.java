package dev.gantry.cli.secure;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A certificate and its private key. */
record SignedPair(X509Certificate certificate, PrivateKey key) {

  /** Reads both; null when one is missing, damaged, or does not belong to the other. */
  static @Nullable SignedPair read(@Nullable String certificate, @Nullable String key) {
    if (certificate == null || key == null) {
      return null;
    }
    try {
      SignedPair pair = new SignedPair(Pem.certificate(certificate), Pem.key(key));
      return pair.belongs() ? pair : null;
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private boolean belongs() throws GeneralSecurityException {
    byte[] any = {1, 2, 3};
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(any);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey()); // an authority may sign no data
    signature.update(any);
    return signature.verify(signed);
  }

  boolean isSignedBy(X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  boolean isGoodAt(Instant time) {
    return certificate.getNotAfter().toInstant().isAfter(time);
  }

  /** DNS names and IP addresses that a certificate is for. */
  static Set<String> names(X509Certificate certificate) {
    Set<String> names = new TreeSet<>();
    for (List<?> each : alternatives(certificate)) {
      names.add(String.valueOf(each.get(1)));
    }
    return names;
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null ? List.of() : all;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }
}
