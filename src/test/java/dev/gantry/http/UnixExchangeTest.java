package dev.gantry.http;

import java.io.IOException;

class UnixExchangeTest implements ExchangeContract {
  @Override
  public Peer peer(Peer.Script... scripts) throws IOException {
    return Peer.onUnix(scripts);
  }
}
