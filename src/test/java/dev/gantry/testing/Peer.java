package dev.gantry.testing;

import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.HalfClose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.newsclub.net.unix.AFUNIXServerSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** The other side of a connection: plays a script of raw bytes to each connection it accepts. */
public final class Peer implements AutoCloseable {
  private final ServerSocket server;
  private final DockerHost host;
  private final List<Script> scripts;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /** What the peer does on one connection. */
  @FunctionalInterface
  public interface Script {
    void play(Line line) throws IOException, InterruptedException;
  }

  private final Dressing dressing;

  /** Puts a layer such as TLS on a connection that was accepted. */
  private interface Dressing {
    Socket on(Socket accepted) throws IOException;
  }

  private Peer(ServerSocket server, DockerHost host, Dressing dressing, Script... scripts) {
    this.server = server;
    this.host = host;
    this.dressing = dressing;
    this.scripts = List.of(scripts);
    start(this::accept);
  }

  /** The n-th connection gets the n-th script; all later ones get the last. */
  public static Peer on(Scheme scheme, Script... scripts) throws IOException {
    return scheme == Scheme.UNIX ? onUnix(scripts) : onTcp(scripts);
  }

  private static Peer onUnix(Script... scripts) throws IOException {
    Path socket = Files.createTempDirectory("gantry-peer").resolve("s");
    return new Peer(
        AFUNIXServerSocket.bindOn(AFUNIXSocketAddress.of(socket)),
        DockerHost.parse("unix://" + socket),
        plain -> plain,
        scripts);
  }

  private static Peer onTcp(Script... scripts) throws IOException {
    return dressed(plain -> plain, scripts);
  }

  private static Peer dressed(Dressing dressing, Script... scripts) throws IOException {
    ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    DockerHost host = DockerHost.parse("tcp://127.0.0.1:" + server.getLocalPort());
    return new Peer(server, host, dressing, scripts);
  }

  /**
   * The same over TLS.
   *
   * @param version the only one it speaks, such as {@code TLSv1.3}
   */
  public static Peer onTls(SSLContext context, String version, Script... scripts)
      throws IOException {
    return onTls(context, tls -> tls.setEnabledProtocols(new String[] {version}), scripts);
  }

  /**
   * The same over TLS.
   *
   * @param settings sets up each connection before its handshake
   */
  public static Peer onTls(SSLContext context, Consumer<SSLSocket> settings, Script... scripts)
      throws IOException {
    return dressed(
        plain -> {
          SSLSocket tls =
              (SSLSocket)
                  context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
          tls.setUseClientMode(false);
          settings.accept(tls);
          tls.startHandshake();
          return tls;
        },
        scripts);
  }

  /** Where it listens. */
  public DockerHost host() {
    return host;
  }

  /** How many connections were accepted so far. */
  public int accepted() {
    return accepted.get();
  }

  /** How many connections have ended. */
  public int left() {
    return left.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Script script = scripts.get(Math.min(accepted.getAndIncrement(), scripts.size() - 1));
        start(() -> play(script, socket));
      }
    } catch (IOException e) {
      // The server socket is closed: the test is over.
    }
  }

  private void play(Script script, Socket socket) {
    try (Socket dressed = dressing.on(socket)) {
      script.play(new Line(dressed, socket, over));
    } catch (IOException | InterruptedException e) {
      // The client left: tests look at what the client saw.
    } catch (Throwable e) {
      failures.add(e);
    }
    left.incrementAndGet();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "peer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    over.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    if (host.scheme() == Scheme.UNIX) {
      Path socket = Path.of(host.path());
      Files.deleteIfExists(socket);
      Files.delete(socket.getParent());
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("the script failed", failures.get(0));
    }
  }

  /** The peer's end of one connection. */
  public static final class Line {
    private final Socket socket;

    private final Socket plain;
    private final CountDownLatch over;

    private Line(Socket socket, Socket plain, CountDownLatch over) {
      this.socket = socket;
      this.plain = plain;
      this.over = over;
    }

    /** Reads a request's head, with its closing empty line. */
    public String head() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(next());
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads a request's head, and tells what it asks for. */
    public String target() throws IOException {
      String head = head();
      return head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/1.1"));
    }

    /** Reads one chunk of a request's body; empty for the last. */
    public String chunk() throws IOException {
      StringBuilder size = new StringBuilder();
      while (size.indexOf("\r\n") < 0) {
        size.append((char) next());
      }
      String data = text(Integer.parseInt(size.substring(0, size.length() - 2), 16));
      text(2);
      return data;
    }

    private int next() throws IOException {
      int b = socket.getInputStream().read();
      if (b < 0) {
        throw new IOException("the client left");
      }
      return b;
    }

    /** Reads so many bytes. */
    public String text(int length) throws IOException {
      return new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the client ends its output. */
    public String rest() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Sends a text, a byte for each character. */
    public Line send(String text) throws IOException {
      return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes at once. */
    public Line send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    }

    /** Says nothing for so long. */
    public Line pause(long millis) throws InterruptedException {
      Thread.sleep(millis);
      return this;
    }

    /** Ends what this side sends. */
    public Line halfClose() throws IOException {
      HalfClose.output(socket);
      return this;
    }

    /** Leaves with a RST (on TCP). */
    public void reset() throws IOException {
      plain.setSoLinger(true, 0);
      plain.close();
    }

    /** Neither reads nor sends until the test is over. */
    public void hang() throws InterruptedException {
      over.await();
    }
  }
}
