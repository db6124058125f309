package dev.gantry.engine.rehearsal;

import dev.gantry.engine.Operation;
import dev.gantry.engine.Route;
import dev.gantry.engine.trace.CurlCommand;
import dev.gantry.engine.trace.Replayable;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what only asks. What would change something is told of and not sent; it gets an answer such
 * as an engine gives when all goes well, and later questions about what it would have made get
 * answers that fit. So a script runs on as far as it can without anything being done.
 */
public final class RehearsalExchange implements HttpExchange {
  private static final Headers JSON = Headers.of("Content-Type", "application/json");

  /** The state that a container would be in after an operation. */
  private static final Map<String, String> STATES =
      Map.of(
          "ContainerStart", "running",
          "ContainerRestart", "running",
          "ContainerUnpause", "running",
          "ContainerPause", "paused",
          "ContainerStop", "exited",
          "ContainerKill", "exited");

  private final HttpExchange http;
  private final CurlCommand curl;
  private final Consumer<String> lines;
  private final WriteAnswers answers = new WriteAnswers();
  private final StandIns standIns = new StandIns();
  private final ListAnswers lists = new ListAnswers(standIns);

  /**
   * @param lines takes what would be sent, a few lines at a time, from any thread
   */
  public RehearsalExchange(HttpExchange http, CurlCommand curl, Consumer<String> lines) {
    this.http = http;
    this.curl = curl;
    this.lines = lines;
  }

  @Override
  public HttpResponse send(HttpRequest request) {
    Route route = Route.of(request);
    return route.mutates() ? rehearse(request, route) : ask(request, route);
  }

  private HttpResponse rehearse(HttpRequest request, Route route) {
    Replayable asked = Replayable.of(request);
    lines.accept("# not sent: " + route.does() + "\n" + curl.of(asked.request(), asked.json()));
    route.operation().ifPresent(operation -> note(operation, route));
    return answer(asked, route);
  }

  private void note(Operation operation, Route route) {
    String state = STATES.get(operation.id());
    if (state != null) {
      standIns.state(route.names().getOrDefault("id", ""), state);
    }
    if (operation.method().equals("DELETE")) {
      standIns.find(route).ifPresent(standIns::remove);
    }
  }

  private HttpResponse answer(Replayable asked, Route route) {
    if (asked.request().link() == Link.UPGRADE) {
      return HttpResponse.of(101, Headers.none(), ended());
    }
    Operation operation = route.operation().orElse(null);
    if (operation == null) {
      return HttpResponse.of(200, Headers.none(), new byte[0]);
    }
    WriteAnswers.Row row = answers.of(operation);
    String text =
        row == null
            ? ""
            : filled(row.text(), standIns.add(row.makes(), route, body(asked.json())), route);
    return text.isEmpty()
        ? HttpResponse.of(success(operation), Headers.none(), new byte[0])
        : json(success(operation), text);
  }

  private static String filled(String text, StandIn one, Route route) {
    return text.replace("{id}", one.id())
        .replace("{name}", one.name())
        .replace("{tag}", route.query().getOrDefault("tag", List.of("latest")).get(0))
        .replace("{now}", Instant.now().toString());
  }

  private static Map<String, @Nullable Object> body(@Nullable String json) {
    try {
      return json == null ? Map.of() : Json.readMap(json);
    } catch (JsonException e) {
      return Map.of();
    }
  }

  private static int success(Operation operation) {
    return operation.responses().keySet().stream()
        .filter(status -> status >= 200 && status < 300)
        .findFirst()
        .orElse(200);
  }

  private HttpResponse ask(HttpRequest request, Route route) {
    Optional<StandIn> one = standIns.find(route);
    if (one.isPresent() && one.get().kind().equals("Image")) {
      HttpResponse there = http.send(request);
      if (there.status() != 404) {
        return there;
      }
      there.close();
    }
    if (one.isPresent() && route.operation().isPresent()) {
      return about(one.get(), route.operation().get(), request);
    }
    String reference = route.names().getOrDefault("id", "");
    boolean waits = route.operation().filter(o -> o.id().equals("ContainerWait")).isPresent();
    if (waits && standIns.state(reference) != null) {
      return json(200, "{\"StatusCode\":0}");
    }
    HttpResponse response = http.send(request);
    if (response.status() == 200 && lists.concern(route)) {
      return completed(response, route);
    }
    boolean inspects = route.operation().filter(o -> o.id().equals("ContainerInspect")).isPresent();
    return inspects && response.status() == 200 ? changed(response, reference) : response;
  }

  private HttpResponse completed(HttpResponse response, Route route) {
    try (response) {
      return Json.read(response.bodyBytes(Integer.MAX_VALUE)) instanceof List<?> rows
          ? json(200, Json.write(lists.completed(rows, route)))
          : json(200, "[]");
    }
  }

  /** What a program would have printed is nothing; what nobody can know is not there. */
  private HttpResponse about(StandIn one, Operation operation, HttpRequest request) {
    if (request.link() == Link.UPGRADE) {
      return HttpResponse.of(101, Headers.none(), ended());
    }
    if (operation.id().endsWith("Logs")) {
      return HttpResponse.of(200, Headers.none(), new byte[0]);
    }
    Object answer = ReadAnswers.of(operation, one, standIns.state(one.id()));
    return answer == null
        ? json(
            404,
            Json.write(
                Map.of("message", "'" + one.name() + "' is not there: it is only rehearsed")))
        : json(200, Json.write(answer));
  }

  /** A container that is there, in the state that it would be in. */
  private HttpResponse changed(HttpResponse response, String reference) {
    try (response) {
      byte[] text = response.bodyBytes(Integer.MAX_VALUE);
      Map<String, @Nullable Object> container = new LinkedHashMap<>(Json.readMap(text));
      String state =
          standIns.state(
              reference,
              String.valueOf(container.get("Id")),
              String.valueOf(container.get("Name")).replaceFirst("^/", ""));
      if (state == null) {
        return HttpResponse.of(200, response.headers(), text);
      }
      container.put("State", ReadAnswers.state(state));
      return json(200, Json.write(container));
    }
  }

  private static HttpResponse json(int status, String text) {
    return HttpResponse.of(status, JSON, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A connection whose other side has said all. */
  private static UpgradedConnection ended() {
    return new UpgradedConnection(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new UpgradedConnection.Controls() {
          @Override
          public void shutdownOutput() {}

          @Override
          public void close() {}
        });
  }
}
