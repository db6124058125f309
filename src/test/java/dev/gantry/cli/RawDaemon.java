package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** Listens on loopback and answers each request with raw bytes, by the end of its path. */
final class RawDaemon implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> answers;

  /**
   * @param answers what to send for a request whose path ends so; every connection ends after it
   */
  RawDaemon(Map<String, String> answers) throws IOException {
    this.answers = answers;
    Thread thread = new Thread(this::serve, "raw-daemon");
    thread.setDaemon(true);
    thread.start();
  }

  /** An answer as an engine would send it. */
  static String json(String body) {
    return """
        HTTP/1.1 200 OK\r
        Api-Version: 1.41\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(body.length(), body);
  }

  String host() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        String path = path(socket.getInputStream());
        for (Map.Entry<String, String> answer : answers.entrySet()) {
          if (path.endsWith(answer.getKey())) {
            socket.getOutputStream().write(answer.getValue().getBytes(ISO_8859_1));
          }
        }
      } catch (IOException e) {
        // The client left, or the test is over: tests look at what the client saw.
      }
    }
  }

  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the client left");
      }
      head.append((char) b);
    }
    return head.substring(0, head.indexOf(" HTTP/1.1"));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
