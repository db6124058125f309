package dev.gantry.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** How the daemon is reached from where ssh has logged in. */
interface SshWay {

  /**
   * Opens a connection to the daemon.
   *
   * @throws ConnectionException it is not reached
   */
  Socket dial(Duration timeout) throws IOException, InterruptedException;

  /** How many connections cost no login. */
  int width();

  /** False when it has to be found anew. */
  boolean isUp();
}
