package dev.gantry.conformance;

import dev.gantry.GantryException;
import dev.gantry.engine.Answer;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Deviation;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.EngineException;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Schemas;
import dev.gantry.http.HttpResponse;
import dev.gantry.json.Json;
import dev.gantry.json.JsonPointer;
import dev.gantry.json.JsonStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the calls of the table on one engine, and keeps what later ones need. */
final class Caller {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EngineClient engine;
  private final Map<String, Object> kept;

  /** A caller that adds what it keeps to what is there. */
  Caller(EngineClient engine, Map<String, Object> kept) {
    this.engine = engine;
    this.kept = kept;
  }

  /** Makes a call; one that keeps something is repeated until it is there. */
  Outcome call(Case wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    Outcome outcome = once(wanted);
    while (!keep(wanted, outcome) && Instant.now().isBefore(end)) {
      pause();
      outcome = once(wanted);
    }
    return outcome;
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean keep(Case wanted, Outcome outcome) {
    if (wanted.take().isEmpty() || !wanted.statuses().contains(outcome.status())) {
      return true;
    }
    String[] take = wanted.take().split("=", 2);
    Object value =
        take[1].equals("@") ? outcome.answer() : JsonPointer.at(outcome.answer(), take[1]);
    if (value != null) {
      kept.put(take[0], value);
    }
    return value != null;
  }

  private Outcome once(Case wanted) {
    Operation operation = Catalogue.shipped().operation(wanted.operation());
    try {
      return switch (operation.answer()) {
        case HIJACK, WEBSOCKET -> takenOver(operation, wanted);
        default -> answered(operation, wanted);
      };
    } catch (EngineException e) {
      return new Outcome(operation, wanted, e.status(), e.daemonMessage(), List.of());
    } catch (GantryException e) {
      return new Outcome(operation, wanted, 0, String.valueOf(e.getMessage()), List.of());
    }
  }

  private Outcome takenOver(Operation operation, Case wanted) {
    engine.takeOver(operation.id(), parameters(wanted)).close();
    return new Outcome(operation, wanted, 101, "", List.of());
  }

  private Outcome answered(Operation operation, Case wanted) {
    try (HttpResponse response = engine.open(operation.id(), parameters(wanted))) {
      Object answer = read(operation.answer(), response);
      String error = errorIn(answer);
      return error == null
          ? new Outcome(
              operation, wanted, response.status(), answer, compared(operation, response, answer))
          : new Outcome(operation, wanted, 500, error, List.of());
    }
  }

  private List<Deviation> compared(Operation operation, HttpResponse response, Object answer) {
    String schema = operation.responses().getOrDefault(response.status(), "");
    boolean json = operation.answer() != Answer.OBJECTS && !(answer instanceof byte[]);
    Object value = json || !(answer instanceof List<?> all) || all.isEmpty() ? answer : all.get(0);
    return schema.isEmpty() || answer instanceof byte[] || value.equals(List.of())
        ? List.of()
        : Schemas.compare(schema, value, engine.version());
  }

  /** Errors come among the objects of a stream, too. */
  private static @Nullable String errorIn(Object answer) {
    return answer instanceof List<?> list
        ? list.stream()
            .filter(it -> it instanceof Map<?, ?> map && map.containsKey("errorDetail"))
            .map(it -> String.valueOf(((Map<?, ?>) it).get("error")))
            .findFirst()
            .orElse(null)
        : null;
  }

  private static Object read(Answer answer, HttpResponse response) {
    byte[] body = answer == Answer.OBJECTS ? new byte[0] : response.bodyBytes(Integer.MAX_VALUE);
    return switch (answer) {
      case OBJECTS -> objects(response);
      case JSON, SLOW_JSON, WAIT ->
          body.length == 0 ? List.of() : Objects.requireNonNullElse(Json.read(body), List.of());
      case TEXT -> new String(body, StandardCharsets.UTF_8);
      default -> body;
    };
  }

  private static List<Object> objects(HttpResponse response) {
    List<Object> objects = new ArrayList<>();
    try (JsonStream stream = new JsonStream(response.body())) {
      stream.forEachRemaining(objects::add);
    }
    return objects;
  }

  private Map<String, @Nullable Object> parameters(Case wanted) {
    kept.put("now", Instant.now().getEpochSecond());
    String json = wanted.parameters();
    for (Map.Entry<String, Object> entry : kept.entrySet()) {
      if (!(entry.getValue() instanceof byte[])) {
        json = json.replace("${" + entry.getKey() + "}", entry.getValue().toString());
      }
    }
    Map<String, @Nullable Object> parameters = new HashMap<>(Json.readMap(json));
    if (parameters.get("body") instanceof String name && name.startsWith("@")) {
      parameters.put("body", kept.get(name.substring(1)));
    }
    return parameters;
  }
}
