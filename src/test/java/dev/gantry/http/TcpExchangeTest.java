package dev.gantry.http;

import dev.gantry.testing.Peer;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;

class TcpExchangeTest
    implements AnswerContract,
        LostConnectionContract,
        PoolContract,
        UploadContract,
        TimeoutContract,
        CancelContract,
        UpgradeContract {
  @Override
  public Peer peer(Peer.Script... scripts) throws IOException {
    return Peer.on(Scheme.TCP, scripts);
  }
}
