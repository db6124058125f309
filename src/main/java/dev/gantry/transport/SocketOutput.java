package dev.gantry.transport;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.newsclub.net.unix.AFSocket;

/** What goes out on a connection. */
public final class SocketOutput {
  private SocketOutput() {}

  /**
   * A stream to write to; nobody closes it, but the socket.
   *
   * <p>When the other side has left, a write fails, and what it sent before can still be read. Not
   * so by junixsocket's own stream: it closes the whole socket with the first write that fails, and
   * all that has come in is gone (seen with 2.11.1). So its descriptor is written to.
   */
  public static OutputStream of(Socket socket) throws IOException {
    return socket instanceof AFSocket<?> unix
        ? new FileOutputStream(unix.getFileDescriptor())
        : socket.getOutputStream();
  }
}
