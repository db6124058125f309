package dev.gantry.http;

import dev.gantry.testing.CertificateMaker;
import dev.gantry.testing.CertifiedKey;
import dev.gantry.testing.Peer;
import dev.gantry.transport.TlsSettings;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Peers that speak one version of TLS, and the way to them. */
class TlsPeers {
  private static final CertifiedKey SERVER =
      CertificateMaker.certificate("peer").names("127.0.0.1").signedBy(null);
  private static final SSLContext CONTEXT = SERVER.server(null);

  @TempDir static Path folder;

  private final String version;

  TlsPeers(String version) {
    this.version = version;
  }

  @BeforeAll
  static void trust() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), SERVER.certificatePem());
  }

  public Peer peer(Peer.Script... scripts) throws IOException {
    return Peer.onTls(CONTEXT, version, scripts);
  }

  public Transport transport(Peer peer) {
    TlsSettings tls = new TlsSettings(folder.resolve("ca.pem"), null, null, true, null);
    return Transport.to(peer.host(), tls);
  }
}
