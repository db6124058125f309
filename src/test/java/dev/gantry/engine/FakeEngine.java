package dev.gantry.engine;

import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every ping as an engine does, and every other request with one answer; keeps them. */
final class FakeEngine implements HttpExchange {
  static final String WHERE = "unix:///run/engine.sock";

  private final String apiVersion;
  private final HttpExchange answers;
  private final List<HttpRequest> pings = new CopyOnWriteArrayList<>();
  private final List<HttpRequest> calls = new CopyOnWriteArrayList<>();

  FakeEngine(String apiVersion, HttpExchange answers) {
    this.apiVersion = apiVersion;
    this.answers = answers;
  }

  static FakeEngine answering(int status, String body) {
    return new FakeEngine("1.41", request -> answer(status, body));
  }

  static HttpResponse answer(int status, String body) {
    return HttpResponse.of(
        status,
        Headers.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  EngineClient client() {
    return new EngineClient(this, WHERE, null);
  }

  @Override
  public HttpResponse send(HttpRequest request) {
    if (request.target().equals("/_ping")) {
      pings.add(request);
      return HttpResponse.of(200, Headers.of("Api-Version", apiVersion), new byte[] {'O', 'K'});
    }
    calls.add(request);
    return answers.send(request);
  }

  /** How often it was pinged. */
  int pings() {
    return pings.size();
  }

  /** The only request beside pings. */
  HttpRequest call() {
    if (calls.size() != 1) {
      throw new AssertionError("not one request but " + calls);
    }
    return calls.get(0);
  }

  /** Method, path and query of the only request beside pings. */
  String line() {
    return call().method() + " " + call().target();
  }

  boolean wasCalled() {
    return !calls.isEmpty();
  }
}
