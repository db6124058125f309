package dev.gantry.http;

import java.io.IOException;

class UnixExchangeTest
    implements AnswerContract,
        LostConnectionContract,
        PoolContract,
        UploadContract,
        TimeoutContract,
        CancelContract,
        UpgradeContract {
  @Override
  public Peer peer(Peer.Script... scripts) throws IOException {
    return Peer.onUnix(scripts);
  }
}
