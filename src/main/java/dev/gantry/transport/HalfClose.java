package dev.gantry.transport;

import java.io.IOException;
import java.net.Socket;
import org.newsclub.net.unix.AFSocket;

/** Ends what this side sends, while the other side may go on. */
public final class HalfClose {
  private HalfClose() {}

  /**
   * Tells the other side that no more will come; reading goes on.
   *
   * <p>Not by {@link Socket#shutdownOutput()} alone: on JDK 25 that looks at a state of the JDK's
   * own, which junixsocket 2.11.1 leaves at "not connected". Its channel does without.
   */
  public static void output(Socket socket) throws IOException {
    if (socket instanceof AFSocket<?> unix) {
      unix.getChannel().shutdownOutput();
    } else {
      socket.shutdownOutput();
    }
  }
}
