package dev.gantry.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTransportTest {
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
    assertThatThrownBy(
            () ->
                Transport.to(DockerHost.parse("tcp://127.0.0.1:1"), tls)
                    .dial(Duration.ofSeconds(1)))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "Cannot connect to tcp://127.0.0.1:1: the CA certificate '" + ca + "' does not exist");
  }
}
