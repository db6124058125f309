package dev.gantry.testing;

import dev.gantry.json.Json;
import dev.gantry.testing.Peer.Line;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for Docker Hub where an engine searches for images: a registry of protocol version 1 on
 * loopback, which finds one official image whatever it is asked for. An engine searches there for a
 * term that begins with {@link #host()} (moby v28.5.2, registry/search_endpoint_v1.go).
 */
public final class SearchedHub implements AutoCloseable {
  private final Peer peer;
  private final List<String> searches = new CopyOnWriteArrayList<>();

  private SearchedHub() throws IOException {
    peer = Peer.on(Scheme.TCP, this::answer);
  }

  public static SearchedHub start() throws IOException {
    return new SearchedHub();
  }

  /** Address and port, as they stand before the term. */
  public String host() {
    return peer.host().endpoint().toString();
  }

  /** What was searched for so far: {@code /v1/search?q=busybox&n=25}. */
  public List<String> searches() {
    return List.copyOf(searches);
  }

  private void answer(Line line) throws IOException {
    // Engines try TLS first, and on loopback do without when that fails.
    if (!line.text(1).equals("G")) {
      return;
    }
    String target = line.target();
    boolean search = target.startsWith("/v1/search");
    if (search) {
      searches.add(target);
    }
    String body = Json.write(search ? found() : Map.of("standalone", true));
    line.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body));
  }

  private static Map<String, Object> found() {
    Map<String, Object> image =
        Map.of(
            "name",
            "gantry/found",
            "description",
            "Found by every search",
            "star_count",
            7,
            "is_official",
            true,
            "is_automated",
            false);
    return Map.of("query", "any", "num_results", 1, "results", List.of(image));
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
