package dev.gantry.transport.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PEM file (RFC 7468); what stands between its blocks is passed over, as OpenSSL and Go do. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]+)-----[ \\t]*\\n((?:[\\w-]+:.*\\n)*)"
              + "([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

  /** More than any list of authorities; a device that never ends is one all the same. */
  private static final int MOST = 16 * 1024 * 1024;

  private final Path path;
  private final String what;

  /**
   * @param what whose file it is, for messages, such as "the CA certificate"
   */
  PemFile(Path path, String what) {
    this.path = path;
    this.what = what;
  }

  /** All blocks; at least one. */
  List<PemBlock> blocks() {
    String text = text();
    List<PemBlock> blocks = new ArrayList<>();
    Matcher next = BLOCK.matcher(text);
    while (next.find()) {
      blocks.add(block(next));
    }
    if (blocks.isEmpty()) {
      throw noBlock(text);
    }
    return blocks;
  }

  private PemBlock block(Matcher found) {
    try {
      byte[] content = Base64.getMimeDecoder().decode(found.group(3));
      return PemBlock.of(found.group(1), found.group(2), content);
    } catch (IllegalArgumentException e) {
      throw wrong("is damaged: the block " + found.group(1) + " is not base64", "", e);
    }
  }

  private PemException noBlock(String text) {
    Matcher begin = BEGIN.matcher(text);
    if (begin.find()) {
      return wrong(
          "is damaged or cut off: '" + begin.group() + "' has no end", "Copy it anew.", null);
    }
    if (text.isBlank()) {
      return wrong("is empty", "", null);
    }
    return text.charAt(0) == DerReader.SEQUENCE
        ? wrong(
            "is binary (DER or PKCS#12) and not PEM",
            "Convert it, for example with 'openssl x509 -inform der', 'openssl pkey -inform der' or"
                + " 'openssl pkcs12 -nodes'.",
            null)
        : wrong("is not PEM: it has no line that begins with '-----BEGIN'", "", null);
  }

  /** All certificates, each of which has to be good. */
  List<X509Certificate> certificates() {
    List<X509Certificate> certificates = new ArrayList<>();
    for (PemBlock block : certificateBlocks()) {
      certificates.add(
          certificate(block).orElseThrow(() -> wrong("holds a damaged certificate", "", null)));
    }
    return certificates;
  }

  /** Those that can be read: as in Go, one strange authority does not spoil the others. */
  List<X509Certificate> authorities() {
    List<X509Certificate> certificates =
        certificateBlocks().stream()
            .map(PemFile::certificate)
            .flatMap(Optional<X509Certificate>::stream)
            .toList();
    if (certificates.isEmpty()) {
      throw wrong("holds a damaged certificate", "", null);
    }
    return certificates;
  }

  private List<PemBlock> certificateBlocks() {
    List<PemBlock> blocks = blocks();
    List<PemBlock> certificates =
        blocks.stream().filter(block -> block.label().equals("CERTIFICATE")).toList();
    if (certificates.isEmpty()) {
      throw wrong(
          "holds no certificate, but a " + blocks.get(0).label(),
          "It must have a line '-----BEGIN CERTIFICATE-----'. Are two files mixed up?",
          null);
    }
    return certificates;
  }

  private static Optional<X509Certificate> certificate(PemBlock block) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(block.bytes())));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  private String text() {
    if (Files.isDirectory(path)) {
      throw wrong("is a folder", "Name the file itself.", null);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    } catch (NoSuchFileException e) {
      throw wrong("does not exist", "", e);
    } catch (AccessDeniedException e) {
      throw wrong("may not be read by this user", FilePermissions.describe(path), e);
    } catch (IOException e) {
      throw wrong("cannot be read: " + e.getMessage(), "", e);
    }
  }

  PemException wrong(String failure, String hint, @Nullable Throwable cause) {
    return new PemException(what + " '" + path + "' " + failure, hint, cause);
  }
}
