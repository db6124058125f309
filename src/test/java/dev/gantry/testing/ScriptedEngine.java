package dev.gantry.testing;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpExchange;
import dev.gantry.testing.Peer.Line;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An engine that answers as it is told to, byte for byte: for what no real one can be made to do.
 * It answers {@code /_ping} by itself, and what it was told nothing about with 404.
 */
public final class ScriptedEngine implements AutoCloseable {
  private static final Reply UNKNOWN = Reply.json(404, "{\"message\":\"not in the script\"}");

  private final Peer peer;
  private final String apiVersion;
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private ScriptedEngine(Scheme scheme, String apiVersion) throws IOException {
    this.apiVersion = apiVersion;
    this.peer = Peer.on(scheme, this::serve);
  }

  /** An engine of API version 1.41, on a socket of its own or a loopback port. */
  public static ScriptedEngine on(Scheme scheme) throws IOException {
    return new ScriptedEngine(scheme, "1.41");
  }

  /** The same of another API version. */
  public static ScriptedEngine on(Scheme scheme, String apiVersion) throws IOException {
    return new ScriptedEngine(scheme, apiVersion);
  }

  /**
   * Tells it what to answer.
   *
   * @param call method and path without version and query, such as {@code GET /info}
   * @param inTurn the first answer goes to the first such request; the last to all that are left
   */
  public ScriptedEngine answer(String call, Reply... inTurn) {
    replies.put(call, new ArrayDeque<>(List.of(inTurn)));
    return this;
  }

  /** Where it listens. */
  public DockerHost host() {
    return peer.host();
  }

  /** Method, path and query of every request beside pings, without the version. */
  public List<String> requests() {
    return requests;
  }

  /** How many connections it has accepted. */
  public int accepted() {
    return peer.accepted();
  }

  /** How many connections have ended. */
  public int left() {
    return peer.left();
  }

  /** Uses it by a client of its own. */
  public <T extends @Nullable Object> T with(Function<EngineClient, T> use) {
    return with(http -> http, use);
  }

  /**
   * The same, by a client whose requests go another way.
   *
   * @param way what stands before the connection, such as {@link Hurried}
   */
  public <T extends @Nullable Object> T with(
      UnaryOperator<HttpExchange> way, Function<EngineClient, T> use) {
    try (HttpClient http = new HttpClient(Transport.to(host()))) {
      return use.apply(new EngineClient(way.apply(http), host().toString(), null));
    }
  }

  private void serve(Line line) throws IOException, InterruptedException {
    boolean goesOn = true;
    while (goesOn) {
      String head = line.head();
      String call = call(head);
      Reply reply = reply(call.replaceFirst("\\?.*", ""));
      if (!reply.isUnread()) {
        readBody(head, line);
      }
      if (!call.endsWith(" /_ping")) {
        requests.add(call);
      }
      goesOn = reply.play(line);
    }
  }

  private Reply reply(String call) {
    Deque<Reply> inTurn = replies.get(call);
    if (inTurn == null) {
      return call.endsWith(" /_ping") ? pong() : UNKNOWN;
    }
    synchronized (inTurn) {
      return inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.getFirst();
    }
  }

  private Reply pong() {
    return Reply.reply(200).header("Api-Version", apiVersion).header("Ostype", "linux").body("OK");
  }

  private static String call(String head) {
    return head.substring(0, head.indexOf(" HTTP/1.1")).replaceFirst(" /v[\\d.]+/", " /");
  }

  private static void readBody(String head, Line line) throws IOException {
    if (head.contains("\r\nTransfer-Encoding: chunked\r\n")) {
      while (!line.chunk().isEmpty()) {}
    } else if (head.contains("\r\nContent-Length: ")) {
      String length = head.replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1");
      line.text(Integer.parseInt(length));
    }
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
