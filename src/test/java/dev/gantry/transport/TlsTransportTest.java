package dev.gantry.transport;

import static dev.gantry.testing.CertificateMaker.authority;
import static dev.gantry.testing.CertificateMaker.certificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import dev.gantry.testing.CertifiedKey;
import dev.gantry.testing.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What speaks against a daemon, or against its client, gets a sentence of its own. */
@Timeout(60)
class TlsTransportTest {
  private static final CertifiedKey CA = authority("the authority");
  private static final CertifiedKey DAEMON =
      certificate("daemon").names("localhost", "127.0.0.1", "::1").signedBy(CA);
  private static final CertifiedKey CLIENT = certificate("client").signedBy(CA);
  private static final Peer.Script ANSWERS =
      line -> {
        line.head();
        line.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
        line.rest();
      };

  @TempDir Path folder;

  @Test
  void plainHttpByTlsIsRefused() {
    assertThatThrownBy(() -> Transport.to(DockerHost.parse("http://h:1"), TlsSettings.SYSTEM))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "TLS is asked for, and http://h:1 is plain HTTP: write https:// or tcp:// instead");
  }

  @Test
  void missingFileIsNamed() {
    Path ca = folder.resolve("ca.pem");
    TlsSettings tls = new TlsSettings(ca, null, null, true, null);
    assertThat(failure(DockerHost.parse("tcp://127.0.0.1:1"), tls))
        .isEqualTo(
            "Cannot connect to tcp://127.0.0.1:1: the CA certificate '" + ca + "' does not exist");
  }

  @Test
  void certificateWithoutKeyIsRefused() throws IOException {
    Path certificate = file("cert.pem", CLIENT.certificatePem());
    TlsSettings tls = new TlsSettings(null, certificate, null, true, null);
    assertThat(failure(DockerHost.parse("tcp://127.0.0.1:1"), tls))
        .contains("the client certificate '" + certificate + "' is given without its key");
  }

  @Test
  void expiredCertificateIsTold() throws Exception {
    Instant end = Instant.parse("2020-02-29T12:34:00Z");
    CertifiedKey old = certificate("d").names("127.0.0.1").valid(Instant.EPOCH, end).signedBy(CA);
    try (Peer peer = Peer.onTls(old.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("the daemon's certificate has expired: it was valid until 2020-02-29 12:34 UTC")
          .contains("Renew it on the host of the daemon (it is 20");
    }
  }

  @Test
  void certificateOfTheFutureIsTold() throws Exception {
    Instant start = Instant.parse("2090-01-01T00:00:00Z");
    CertifiedKey young =
        certificate("d")
            .names("127.0.0.1")
            .valid(start, start.plus(Duration.ofDays(1)))
            .signedBy(CA);
    try (Peer peer = Peer.onTls(young.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains(
              "the daemon's certificate is not valid yet: it will be from 2090-01-01 00:00 UTC")
          .contains("One of the two clocks is wrong");
    }
  }

  @Test
  void expiredAuthorityIsTold() throws Exception {
    CertifiedKey old =
        certificate("old authority")
            .authority()
            .valid(Instant.EPOCH, Instant.parse("2020-01-01T00:00:00Z"))
            .signedBy(null);
    CertifiedKey daemon = certificate("d").names("127.0.0.1").signedBy(old);
    try (Peer peer = Peer.onTls(daemon.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(failure(peer.host(), trusting(old)))
          .contains("the certificate of the authority 'CN=old authority' has expired");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          other.example *.wild.example 10.0.0.1 | but for other.example, *.wild.example, 10.0.0.1
                                                | but for no name at all (a common name does not count)
          """)
  void wrongNameIsToldWithTheRightOnes(@Nullable String names, String said) throws Exception {
    CertifiedKey daemon =
        certificate("127.0.0.1")
            .names(names == null ? new String[0] : names.split(" "))
            .signedBy(CA);
    try (Peer peer = Peer.onTls(daemon.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("the daemon's certificate is not for '127.0.0.1' " + said);
    }
  }

  @Test
  void unknownAuthorityIsNamed() throws Exception {
    CertifiedKey other = authority("another authority");
    try (Peer peer = Peer.onTls(DAEMON.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(failure(peer.host(), trusting(other)))
          .contains("signed by an unknown authority, 'CN=the authority'")
          .contains("holds others. Take the ca.pem that belongs to this daemon.");
      assertThat(failure(peer.host(), TlsSettings.SYSTEM))
          .contains("signed by an unknown authority, 'CN=the authority'")
          .contains("name its file with --tlscacert");
      assertThat(failure(peer.host(), trusting(authority("the authority"))))
          .contains("is not signed by the authority 'CN=the authority' of '")
          .contains("but by another of the same name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void missingClientCertificateIsTold(String version) throws Exception {
    try (Peer peer = demanding(version)) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("the daemon demands a client certificate, and none was given")
          .contains("Name them with --tlscert and --tlskey");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusedClientCertificateIsTold(String version) throws Exception {
    CertifiedKey stranger = certificate("stranger").signedBy(authority("somebody"));
    try (Peer peer = demanding(version)) {
      assertThat(failure(peer.host(), trusting(CA, stranger)))
          .contains("the daemon refused the client certificate '" + folder.resolve("cert.pem"))
          .contains("It is signed by 'CN=somebody'; the daemon takes those of the authority");
    }
  }

  @Test
  void expiredClientCertificateIsTold() throws Exception {
    CertifiedKey old =
        certificate("client")
            .valid(Instant.EPOCH, Instant.parse("2020-01-01T00:00:00Z"))
            .signedBy(CA);
    try (Peer peer = demanding("TLSv1.3")) {
      assertThat(failure(peer.host(), trusting(CA, old)))
          .contains("the daemon refused the client certificate '")
          .contains("It was valid until 2020-01-01 00:00 UTC: renew it.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n"})
  void plainHttpOnTheTlsPortIsTold(String answer) throws Exception {
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, line -> line.send(answer).hang())) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("it speaks plain HTTP on this port, and no TLS. Does this port speak TLS?");
    }
  }

  @Test
  void anotherProtocolOnTheTlsPortIsShown() throws Exception {
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, line -> line.send("SSH-2.0-x\r\n").hang())) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("what it answers is not TLS; it begins with 'SSH-2.0-x..'");
    }
  }

  @Test
  void daemonThatLeavesInTheHandshakeIsTold() throws Exception {
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, line -> {})) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("it broke the connection off in the TLS handshake");
    }
  }

  @Test
  void daemonThatIsSilentInTheHandshakeRunsIntoTheConnectTimeout() throws Exception {
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, Peer.Line::hang)) {
      TlsSettings tls = trusting(CA);
      assertThatThrownBy(() -> Transport.to(peer.host(), tls).dial(Duration.ofMillis(300)))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("did not answer the TLS handshake within 300 ms");
    }
  }

  /** A record's header says how much is to come; a byte now and then keeps a read going. */
  @Test
  void daemonThatTricklesInTheHandshakeRunsIntoTheConnectTimeout() throws Exception {
    Peer.Script trickles =
        line -> {
          line.send(new byte[] {22, 3, 3, 0x10, 0});
          while (true) {
            line.send(new byte[1]).pause(20);
          }
        };
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, trickles)) {
      TlsSettings tls = trusting(CA);
      assertThatThrownBy(() -> Transport.to(peer.host(), tls).dial(Duration.ofMillis(500)))
          .hasMessageContaining("did not answer the TLS handshake within 500 ms");
    }
  }

  /** What a server of TLS 1.1 answers: an alert, or a ServerHello of its own version. */
  @ParameterizedTest
  @ValueSource(strings = {"15 03 01 00 02 02 46", "16 03 02 00 31 02 00 00 2d 03 02"})
  void oldTlsAloneIsTold(String bytes) throws Exception {
    byte[] answer = java.util.HexFormat.ofDelimiter(" ").parseHex(bytes);
    try (Peer peer = Peer.on(DockerHost.Scheme.TCP, line -> line.send(answer).halfClose().rest())) {
      assertThat(failure(peer.host(), trusting(CA)))
          .contains("it speaks only versions of TLS before 1.2, which are no longer safe");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithTheRightCertificateIsAnswered(String version) throws Exception {
    try (Peer peer = demanding(version)) {
      assertThat(ask(peer.host(), trusting(CA, CLIENT))).isEqualTo("OK");
    }
  }

  @Test
  void certificateIsNotLookedAtWithoutVerification() throws Exception {
    CertifiedKey stranger = certificate("x").signedBy(null);
    TlsSettings tls = new TlsSettings(null, null, null, false, null);
    try (Peer peer = Peer.onTls(stranger.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(ask(peer.host(), tls)).isEqualTo("OK");
    }
  }

  @Test
  void serverNameStandsInForTheAddress() throws Exception {
    CertifiedKey daemon = certificate("d").names("*.prod.example").signedBy(CA);
    Path ca = file("ca.pem", "Comment\r\n" + CLIENT.certificatePem() + CA.certificatePem());
    try (Peer peer = Peer.onTls(daemon.server(null), "TLSv1.3", ANSWERS)) {
      assertThat(ask(peer.host(), new TlsSettings(ca, null, null, true, "Web.Prod.example.")))
          .isEqualTo("OK");
      assertThat(failure(peer.host(), new TlsSettings(ca, null, null, true, "a.b.prod.example")))
          .contains("is not for 'a.b.prod.example' but for *.prod.example");
    }
  }

  private static Peer demanding(String version) throws IOException {
    return Peer.onTls(
        DAEMON.server(CA),
        tls -> {
          tls.setEnabledProtocols(new String[] {version});
          tls.setNeedClientAuth(true);
        },
        ANSWERS);
  }

  private TlsSettings trusting(CertifiedKey ca) throws IOException {
    return new TlsSettings(file("ca.pem", ca.certificatePem()), null, null, true, null);
  }

  private TlsSettings trusting(CertifiedKey ca, CertifiedKey own) throws IOException {
    return new TlsSettings(
        file("ca.pem", ca.certificatePem()),
        file("cert.pem", own.certificatePem()),
        file("key.pem", own.keyPem()),
        true,
        null);
  }

  private static String ask(DockerHost host, TlsSettings tls) {
    try (HttpClient client = new HttpClient(Transport.to(host, tls));
        HttpResponse response = client.send(HttpRequest.get("/_ping"))) {
      return new String(response.bodyBytes(100), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static String failure(DockerHost host, TlsSettings tls) {
    try {
      return "no failure but " + ask(host, tls);
    } catch (ConnectionException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Path file(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, content);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }
}
