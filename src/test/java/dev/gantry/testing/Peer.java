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

  private Peer(ServerSocket server, DockerHost host, Script... scripts) {
    this.server = server;
    this.host = host;
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
        scripts);
  }

  private static Peer onTcp(Script... scripts) throws IOException {
    ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    return new Peer(server, DockerHost.parse("tcp://127.0.0.1:" + server.getLocalPort()), scripts);
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
    try (socket) {
      script.play(new Line(socket, over));
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

    private final CountDownLatch over;

    private Line(Socket socket, CountDownLatch over) {
      this.socket = socket;
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
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Neither reads nor sends until the test is over. */
    public void hang() throws InterruptedException {
      over.await();
    }
  }
}
