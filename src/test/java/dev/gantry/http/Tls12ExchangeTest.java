package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What differs between versions of TLS: how connections end. */
class Tls12ExchangeTest extends TlsPeers
    implements UploadContract, CancelContract, UpgradeContract {
  Tls12ExchangeTest() {
    super("TLSv1.2");
  }

  /** RFC 5246, section 7.2.1: who is told of the end answers with its own. */
  @Test
  @Override
  public void endOfTheInputLeavesTheOutputOpen() throws Exception {
    talk(
        line -> {
          line.head();
          line.send(SWITCH).halfClose().hang();
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            assertThat(raw.in().read()).isEqualTo(-1);
            OutputStream out = raw.out();
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(StreamException.class);
          }
        });
  }

  /** Java's TLS answers as that section says, so that the peer has no more to say; Go's has. */
  @Test
  @Override
  public void halfCloseEndsTheOutputOnly() throws Exception {
    talk(
        line -> {
          line.head();
          line.send(SWITCH);
          line.send("got " + line.text(5));
          line.rest();
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            raw.out().write("stdin".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            raw.shutdownOutput();
            assertThat(raw.in().readAllBytes()).asString().isEqualTo("got stdin");
          }
        });
  }
}
