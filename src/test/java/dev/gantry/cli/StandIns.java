package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsclub.net.unix.AFUNIXServerSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/**
 * Engines that do nothing but remember that they were called: sockets in files, one of them by a
 * relative path, an abstract one, and two ports. What calls them by TLS is recognised by its first
 * byte, and sent away.
 */
final class StandIns implements AutoCloseable {
  /** The type of a TLS record that begins a handshake (RFC 8446, section 5.1). */
  private static final int HANDSHAKE = 22;

  private static final Pattern PREFIX = Pattern.compile("[A-Z]+ (.*?)/(v1\\.\\d+/|_ping)");
  private static final Pattern CUSTOM =
      Pattern.compile("\r\nX-Fleet: ([^\r]*)", Pattern.CASE_INSENSITIVE);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final List<ServerSocket> servers = new ArrayList<>();
  private final Set<String> calls = new TreeSet<>();
  private final String unique =
      "gantry-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
  private final Path relative = Path.of("target", unique);

  StandIns(Path folder) throws IOException {
    unix(
        "a", AFUNIXSocketAddress.of(folder.resolve("a.sock")), folder.resolve("a.sock").toString());
    unix(
        "b", AFUNIXSocketAddress.of(folder.resolve("b.sock")), folder.resolve("b.sock").toString());
    unix("r", AFUNIXSocketAddress.of(relative), relative.toString());
    unix("n", AFUNIXSocketAddress.inAbstractNamespace(unique), "@" + unique);
    tcp("p", "127.0.0.1");
    try {
      tcp("six", "::1");
    } catch (SocketException e) {
      // This machine has no IPv6: nobody is called there.
    }
    addresses.put("pems", folder.resolve("pems").toString());
  }

  private void unix(String name, AFUNIXSocketAddress address, String path) throws IOException {
    listen(name, AFUNIXServerSocket.bindOn(address), path);
  }

  private void tcp(String name, String address) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName(address));
    listen(name, server, String.valueOf(server.getLocalPort()));
  }

  private void listen(String name, ServerSocket server, String address) {
    servers.add(server);
    addresses.put(name, address);
    Thread thread = new Thread(() -> serve(name, server), "stand-in");
    thread.setDaemon(true);
    thread.start();
  }

  /** A text with paths, names and ports in the places of {@code {a}} and the like. */
  String fill(String text) {
    String filled = text;
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  /** Who was called how since the last time, in one text. */
  String taken() {
    synchronized (calls) {
      String taken = String.join(", ", calls);
      calls.clear();
      return taken;
    }
  }

  private void serve(String name, ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(name, socket);
      } catch (IOException e) {
        // The client left, or the test is over.
      }
    }
  }

  private void answer(String name, Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int first = in.read();
    if (first == HANDSHAKE) {
      remember(name + " tls");
    } else if (first >= 0) {
      String head = head((char) first, in);
      remember(name + prefix(head) + custom(head));
      boolean empty = head.startsWith("HEAD");
      socket.getOutputStream().write(reply(empty).getBytes(ISO_8859_1));
    }
  }

  private void remember(String call) {
    synchronized (calls) {
      calls.add(call);
    }
  }

  private static String head(char first, InputStream in) throws IOException {
    StringBuilder head = new StringBuilder().append(first);
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.append((char) b);
      if (head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
    }
    return head.toString();
  }

  private static String reply(boolean empty) {
    return "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\n"
        + "Content-Length: 2\r\nConnection: close\r\n\r\n"
        + (empty ? "" : "[]");
  }

  private static String prefix(String head) {
    Matcher prefix = PREFIX.matcher(head);
    return prefix.lookingAt() && !prefix.group(1).isEmpty() ? " " + prefix.group(1) : "";
  }

  private static String custom(String head) {
    Matcher custom = CUSTOM.matcher(head);
    return custom.find() ? " X-Fleet=" + custom.group(1) : "";
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket server : servers) {
      server.close();
    }
    Files.deleteIfExists(relative);
  }
}
