package dev.gantry.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Dials one host and prints what came of it: for tests that need another user, or a process to
 * kill. With a second argument it waits for the end of its input before it lets go.
 */
final class DialMain {
  private DialMain() {}

  public static void main(String[] args) throws IOException {
    try (Transport transport = Transport.to(DockerHost.parse(args[0]));
        Socket connection = transport.dial(Duration.ofSeconds(5))) {
      System.out.println(connection.isConnected() ? "connected" : "?");
      if (args.length > 1) {
        var ignored = System.in.read();
      }
    } catch (ConnectionException e) {
      System.out.println(e.getMessage());
    }
  }
}
