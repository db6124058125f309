package dev.gantry.transport;

import java.io.IOException;
import java.time.Duration;

/** Dials one host and prints what came of it: for tests that need another user. */
final class DialMain {
  private DialMain() {}

  public static void main(String[] args) throws IOException {
    try {
      Transport.to(DockerHost.parse(args[0])).dial(Duration.ofSeconds(5)).close();
      System.out.println("connected");
    } catch (ConnectionException e) {
      System.out.println(e.getMessage());
    }
  }
}
