package dev.gantry.cli.doctor;

import static dev.gantry.testing.CertificateMaker.authority;
import static dev.gantry.testing.CertificateMaker.certificate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.doctor.Finding.Status;
import dev.gantry.testing.CertifiedKey;
import dev.gantry.testing.Peer;
import dev.gantry.transport.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsCheckTest {
  private static final CertifiedKey CA = authority("the authority");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void daysLeftDecide() {
    assertThat(ofDays(-1)).matches(it -> it.status() == Status.FAILED);
    assertThat(ofDays(-1).detail()).contains("has expired: it was valid until ");
    assertThat(ofDays(29)).matches(it -> it.status() == Status.WARNING);
    assertThat(ofDays(31)).matches(it -> it.status() == Status.OK);
    assertThat(ofDays(31).detail()).contains("for 31 more days", "CN=d");
  }

  @Test
  void certificateOfTheFutureLooksAtTheClocks() {
    Instant start = NOW.plus(Duration.ofDays(3));
    CertifiedKey young = certificate("d").valid(start, start.plus(Duration.ofDays(3))).signedBy(CA);
    assertThat(new TlsCheck().of("x", young.certificate(), NOW))
        .matches(it -> it.status() == Status.FAILED && it.todo().contains("clocks"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void serverIsSeenThoughItWantsACertificateThatIsNotShown(String protocol) throws Exception {
    CertifiedKey daemon = certificate("daemon").names("docker.example", "127.0.0.1").signedBy(CA);
    try (Peer peer = Peer.onTls(daemon.server(CA), protocol, line -> line.head())) {
      TlsSettings tls = new TlsSettings(ca(CA.certificatePem()), null, null, true, null);
      assertThat(look(peer.host().toString(), tls))
          .anyMatch(it -> it.contains("the engine's certificate (CN=daemon) is good until"))
          .anyMatch(it -> it.contains(protocol) && it.contains("docker.example, 127.0.0.1"));
    }
  }

  @Test
  void filesThatAreNotWhatTheyShouldBeAreNamed() throws IOException {
    Path ca = ca("nonsense");
    assertThat(look("tcp://127.0.0.1:1", new TlsSettings(ca, null, null, true, null)))
        .anyMatch(it -> it.startsWith("failed the CA certificate '" + ca + "' is not PEM"));
  }

  @Test
  void keyThatOthersMayReadIsAWarning() throws IOException {
    Path ca = ca(CA.certificatePem());
    Path key = Files.writeString(folder.resolve("key.pem"), "whatever");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(look("tcp://127.0.0.1:1", new TlsSettings(ca, ca, key, true, null)))
        .contains("warning others may read your private key " + key + " (rw-r--r--)");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(look("tcp://127.0.0.1:1", new TlsSettings(ca, ca, key, true, null)))
        .noneMatch(it -> it.contains("private key"));
  }

  @Test
  void encryptionForWhoeverAnswersIsAWarning() {
    assertThat(look("tcp://127.0.0.1:1", new TlsSettings(null, null, null, false, null)))
        .anyMatch(it -> it.startsWith("warning all is encrypted, but nobody knows for whom"));
  }

  @Test
  void withoutTlsThereIsNothingToSee() {
    assertThat(look("tcp://127.0.0.1:1", null)).isEmpty();
  }

  private static Finding ofDays(int days) {
    Instant end = NOW.plus(Duration.ofDays(days)).plusSeconds(60);
    CertifiedKey key = certificate("d").valid(Instant.EPOCH, end).signedBy(CA);
    return new TlsCheck().of("x", key.certificate(), NOW);
  }

  private Path ca(String pem) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), pem);
  }

  private static List<String> look(String host, @Nullable TlsSettings tls) {
    return new TlsCheck()
        .look(Patients.at(host, tls)).stream().map(it -> it.status() + " " + it.detail()).toList();
  }
}
