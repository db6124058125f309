package dev.gantry.transport.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.CertificateMaker;
import dev.gantry.testing.CertifiedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Keys and certificates as OpenSSL writes them. */
class PemTest {
  private static final CertifiedKey EC = pair("EC");
  private static final CertifiedKey RSA = pair("RSA");
  private static final CertifiedKey ED25519 = pair("Ed25519");

  @TempDir Path folder;

  private final Owner owner = new Owner("pass phrase ü");

  /** Answers with one pass phrase, and remembers what was said. */
  private static final class Owner implements KeyOwner {
    private final @Nullable String answer;
    private final List<String> said = new ArrayList<>();

    Owner(@Nullable String answer) {
      this.answer = answer;
    }

    @Override
    public char @Nullable [] passPhrase(String question) {
      said.add(question);
      return answer == null ? null : answer.toCharArray();
    }

    @Override
    public void warn(String sentence) {
      said.add(sentence);
    }
  }

  private static CertifiedKey pair(String kind) {
    return CertificateMaker.certificate("me").keys(kind).signedBy(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | is empty
          nothing of the kind                 | is not PEM: it has no line that begins with '-----BEGIN'
          -----BEGIN EC PRIVATE KEY-----      | is damaged or cut off: '-----BEGIN EC PRIVATE KEY-----' has no end
          0                                   | is binary (DER or PKCS#12) and not PEM
          """)
  void fileThatIsNoKeyIsRefused(String content, String said) throws IOException {
    Path key = file("key.pem", content);
    assertThatThrownBy(() -> read(EC, key))
        .isInstanceOf(PemException.class)
        .hasMessage("the private key '" + key + "' " + said);
  }

  @Test
  void missingFileFolderAndFileOfOthersAreTold() throws IOException {
    Path missing = folder.resolve("none.pem");
    assertThatThrownBy(() -> read(EC, missing))
        .hasMessage("the private key '" + missing + "' does not exist");
    assertThatThrownBy(() -> read(EC, folder))
        .hasMessage("the private key '" + folder + "' is a folder");
    assertThatThrownBy(() -> Authorities.read(file("ca.pem", EC.keyPem())))
        .hasMessageEndingWith("ca.pem' holds no certificate, but a PRIVATE KEY");
    assertThatThrownBy(() -> read(EC, file("key.pem", EC.certificatePem())))
        .hasMessageEndingWith("key.pem' holds no private key, but a CERTIFICATE");
  }

  @Test
  void keyOfAnotherCertificateIsRefused() throws IOException {
    Path certificate = file("cert.pem", EC.certificatePem());
    for (CertifiedKey other : List.of(pair("EC"), RSA, ED25519)) {
      Path key = file("key.pem", other.keyPem());
      assertThatThrownBy(() -> Identity.read(certificate, key, owner))
          .hasMessage(
              "the private key '"
                  + key
                  + "' does not belong to the certificate '"
                  + certificate
                  + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA", "Ed25519"})
  void keyInPkcs8IsRead(String kind) throws IOException {
    CertifiedKey pair = kind.equals("EC") ? EC : kind.equals("RSA") ? RSA : ED25519;
    assertThat(read(pair, file("key.pem", pair.keyPem()))).isEqualTo(pair.key());
    assertThat(owner.said).isEmpty();
  }

  @Test
  void blocksOfOtherKindsTextAndLineEndsOfWindowsDoNotMatter() throws IOException {
    String text =
        "Bag Attributes: none\n"
            + EC.certificatePem()
            + "subject=me\n"
            + RSA.keyPem()
            + ED25519.keyPem()
            + "after it\n";
    Path key = file("key.pem", text.replace("\n", "\r\n"));
    assertThat(read(ED25519, key)).isEqualTo(ED25519.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa -traditional",
        "ec",
        "pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA512",
        "pkcs8 -topk8 -v2 aes-192-cbc",
        "pkcs8 -topk8 -v2 des3 -v2prf hmacWithSHA1",
        "rsa -traditional -aes256",
        "rsa -traditional -des3",
        "ec -aes128"
      })
  void keyThatOpenSslWroteIsRead(String command) throws Exception {
    CertifiedKey pair = command.startsWith("ec") ? EC : RSA;
    Path key = converted(pair, command);
    assertThat(KeyPairs.match(pair.certificate().getPublicKey(), read(pair, key))).isTrue();
    boolean encrypted = Files.readString(key).contains("ENCRYPTED");
    assertThat(owner.said)
        .isEqualTo(
            encrypted ? List.of("Pass phrase for the private key '" + key + "': ") : List.of());
  }

  @Test
  void keyInTheWayOfPkcs12IsReadWithAPassPhraseInAscii() throws Exception {
    Path key = converted(RSA, "pkcs8 -topk8 -v1 PBE-SHA1-3DES");
    assertThatThrownBy(() -> read(RSA, key)).hasMessageContaining("pass phrases of ASCII letters");
    Path plain = converted(RSA, "pkcs8 -topk8 -v1 PBE-SHA1-3DES -passout pass:plain");
    Path certificate = file("cert.pem", RSA.certificatePem());
    assertThat(Identity.read(certificate, plain, new Owner("plain")).key()).isEqualTo(RSA.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8 -topk8 -v2 aes-256-cbc", "rsa -traditional -aes256"})
  void wrongAndMissingPassPhraseAreTold(String command) throws Exception {
    Path key = converted(RSA, command);
    Path certificate = file("cert.pem", RSA.certificatePem());
    assertThatThrownBy(() -> Identity.read(certificate, key, new Owner("wrong")))
        .hasMessage("the private key '" + key + "' was not decrypted: the pass phrase is wrong");
    assertThatThrownBy(() -> Identity.read(certificate, key, KeyOwner.NOBODY))
        .isInstanceOfSatisfying(
            PemException.class, e -> assertThat(e.hint()).contains("openssl pkey"))
        .hasMessage(
            "the private key '"
                + key
                + "' is encrypted, and there is no terminal to ask for its pass phrase");
  }

  @Test
  void encryptionThatIsNotKnownIsNamed() throws Exception {
    Path key = converted(RSA, "pkcs8 -topk8 -scrypt");
    assertThatThrownBy(() -> read(RSA, key))
        .hasMessage(
            "the private key '"
                + key
                + "' is encrypted in a way that is not supported (1.3.6.1.4.1.11591.4.11)");
  }

  @Test
  void keyThatEverybodyMayReadIsWarnedOf() throws IOException {
    Path key = file("key.pem", EC.keyPem());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(read(EC, key)).isEqualTo(EC.key());
    assertThat(owner.said)
        .containsExactly(
            "the private key '"
                + key
                + "' may be read by everybody on this machine; 'chmod 600' keeps it yours");
  }

  private Path converted(CertifiedKey pair, String command) throws Exception {
    Path key = folder.resolve("converted.pem");
    List<String> words = new ArrayList<>(List.of("openssl"));
    words.addAll(List.of(command.split(" ", -1)));
    words.addAll(List.of("-in", file("plain.pem", pair.keyPem()).toString()));
    words.addAll(List.of("-out", key.toString()));
    if (!command.contains("-passout")) {
      words.addAll(List.of("-passout", "file:" + file("pass", "pass phrase ü")));
    }
    Path log = folder.resolve("openssl.log");
    Process openssl = start(words, log);
    assertThat(openssl.waitFor()).describedAs(Files.readString(log)).isZero();
    return key;
  }

  private static Process start(List<String> words, Path log) {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new TestAbortedException("there is no openssl to write keys", e);
    }
  }

  private java.security.PrivateKey read(CertifiedKey pair, Path key) throws IOException {
    return Identity.read(file("cert.pem", pair.certificatePem()), key, owner).key();
  }

  private Path file(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, content, StandardCharsets.UTF_8);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }
}
