package dev.gantry.dsl.options;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * An engine on a loopback port that answers what {@code docker create} and {@code docker service
 * create} ask for, and keeps the request that would have made a container or a service.
 */
final class RecordingEngine implements AutoCloseable {
  /** The secrets and the configs that it has. */
  private static final String KEPT =
      "[{\"ID\":\"id-of-one\",\"Spec\":{\"Name\":\"one\"}},"
          + "{\"ID\":\"id-of-two\",\"Spec\":{\"Name\":\"two\"}}]";

  private final HttpServer server;
  private final String apiVersion;
  private final BlockingQueue<Create> requests = new LinkedBlockingQueue<>();

  RecordingEngine(String apiVersion) throws IOException {
    this.apiVersion = apiVersion;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The query, decoded, and the body of a request. */
  record Create(String query, String body) {}

  String url() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The request that came since this was asked last, if one did. */
  @Nullable Create taken() {
    return requests.poll();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      exchange.getResponseHeaders().set("Api-Version", apiVersion);
      exchange.getResponseHeaders().set("OSType", "linux");
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (path.endsWith("/containers/create") || path.endsWith("/services/create")) {
        String query = exchange.getRequestURI().getQuery();
        requests.add(
            new Create(query == null ? "" : query, new String(body, StandardCharsets.UTF_8)));
        send(exchange, 201, "{\"Id\":\"0123456789ab\",\"ID\":\"0123456789ab\",\"Warnings\":[]}");
      } else if (path.endsWith("/_ping")) {
        send(exchange, 200, "OK");
      } else if (path.contains("/networks/")) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        send(exchange, 200, "{\"Id\":\"%1$s\",\"Name\":\"%1$s\"}".formatted(name));
      } else if (path.endsWith("/secrets") || path.endsWith("/configs")) {
        send(exchange, 200, KEPT);
      } else {
        send(exchange, 404, "{\"message\":\"not here\"}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
