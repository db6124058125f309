package dev.gantry.http;

import java.io.IOException;

class TcpExchangeTest implements ExchangeContract {
  @Override
  public Peer peer(Peer.Script... scripts) throws IOException {
    return Peer.onTcp(scripts);
  }
}
