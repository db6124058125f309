package dev.gantry.conformance;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.SearchedHub;
import dev.gantry.testing.TestRegistry;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Where the calls are made: an engine of its own, as swarms and prunes would be in the way of other
 * tests, what it pulls from and searches in, and a second engine that joins its swarm.
 */
final class Scene implements AutoCloseable {
  private final String kind;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final PrivateEngine engine;
  private final EngineClient client;
  private final Caller first;
  private final Caller second;

  private Scene(String kind) throws IOException {
    this.kind = kind;
    engine = opened(PrivateEngine.start(kind, "--image"));
    client = client(engine);
    Map<String, Object> kept = Supplies.of(client, engine.host().path().substring(1));
    String registry = opened(TestRegistry.beside(engine)).host();
    kept.put("registry", registry);
    // Podman searches in registries of version 2.
    kept.put("hub", hasSwarms() ? opened(SearchedHub.start()).host() : registry);
    first = new Caller(client, kept);
    second = hasSwarms() ? new Caller(client(opened(PrivateEngine.start(kind))), kept) : first;
  }

  static Scene of(String kind) throws IOException {
    return new Scene(kind);
  }

  /** A client of the first engine. */
  EngineClient client() {
    return client;
  }

  /** Who makes a call. */
  Caller caller(Case wanted) {
    return wanted.isOnSecond() ? second : first;
  }

  /** Starts the first engine's daemon anew. */
  void restart() throws IOException {
    engine.restart();
  }

  /** Whether a call is for engines of this kind. */
  boolean has(Case wanted) {
    return wanted.isIn(client.version()) && (hasSwarms() || !wanted.wantsSwarm());
  }

  private boolean hasSwarms() {
    return !kind.equals("podman");
  }

  private EngineClient client(PrivateEngine of) {
    HttpClient http = opened(new HttpClient(Transport.to(of.host())));
    return new EngineClient(http, of.host().toString(), null);
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable each : open) {
      closed(each);
    }
  }

  private static void closed(AutoCloseable thing) throws IOException {
    try {
      thing.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
