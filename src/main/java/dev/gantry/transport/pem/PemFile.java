package dev.gantry.transport.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file; what stands between them is passed over, as OpenSSL and Go do. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]+)-----\\s*?\\n((?:[\\w-]+:.*\\n(?:[ \\t].*\\n)*)*)"
              + "([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private final Path path;
  private final String what;

  /**
   * @param what whose file it is, for messages, such as "the CA certificate"
   */
  PemFile(Path path, String what) {
    this.path = path;
    this.what = what;
  }

  List<PemBlock> blocks() {
    String text = text();
    List<PemBlock> blocks = new ArrayList<>();
    Matcher next = BLOCK.matcher(text);
    while (next.find()) {
      byte[] content = Base64.getMimeDecoder().decode(next.group(3));
      blocks.add(PemBlock.of(next.group(1), next.group(2), content));
    }
    return blocks;
  }

  List<X509Certificate> certificates() {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : blocks()) {
      if (block.label().equals("CERTIFICATE")) {
        certificates.add(certificate(block));
      }
    }
    if (certificates.isEmpty()) {
      throw wrong("holds no certificate", "It must have a line '-----BEGIN CERTIFICATE-----'.");
    }
    return certificates;
  }

  private X509Certificate certificate(PemBlock block) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.bytes()));
    } catch (CertificateException e) {
      throw new PemException(subject() + " holds a damaged certificate", "", e);
    }
  }

  private String text() {
    try {
      if (Files.isDirectory(path)) {
        throw wrong("is a folder", "Name the file itself.");
      }
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
          .replace("\r\n", "\n");
    } catch (NoSuchFileException e) {
      throw new PemException(subject() + " does not exist", "", e);
    } catch (AccessDeniedException e) {
      throw new PemException(subject() + " may not be read by this user", "", e);
    } catch (IOException e) {
      throw new PemException(subject() + " cannot be read: " + e.getMessage(), "", e);
    }
  }

  private String subject() {
    return what + " '" + path + "'";
  }

  private PemException wrong(String failure, String hint) {
    return new PemException(subject() + " " + failure, hint, null);
  }
}
