package dev.gantry.http;

class Tls13ExchangeTest extends TlsPeers
    implements AnswerContract,
        LostConnectionContract,
        PoolContract,
        UploadContract,
        TimeoutContract,
        CancelContract,
        UpgradeContract {
  Tls13ExchangeTest() {
    super("TLSv1.3");
  }
}
