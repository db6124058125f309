package dev.gantry.engine;

import dev.gantry.http.HttpResponse;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import dev.gantry.json.JsonStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects that arrive one after the other: progress, events, statistics.
 *
 * <p>An object with {@code errorDetail} or {@code error} is a failure in an answer whose status was
 * 200: it throws a {@link ProgressException} that carries the objects that came before it (the last
 * hundred of them). Closing from another thread ends a blocked read with a {@link
 * dev.gantry.http.StreamException}.
 */
public final class ObjectStream implements Iterator<Map<String, @Nullable Object>>, AutoCloseable {
  private static final int KEPT = 100;

  private final HttpResponse response;
  private final JsonStream values;
  private final Failure place;
  private final Deque<Map<String, @Nullable Object>> before = new ArrayDeque<>();

  /**
   * Reads the body of an answer.
   *
   * @param place what was tried where, for the error in the stream
   */
  ObjectStream(HttpResponse response, Failure place) {
    this.response = response;
    this.values = new JsonStream(response.body());
    this.place = place;
  }

  /**
   * {@inheritDoc}
   *
   * @throws EngineException the answer is not JSON
   */
  @Override
  public boolean hasNext() {
    return read(values::hasNext);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ProgressException the object is an error
   * @throws EngineException the answer is not JSON, or ends within the object
   */
  @Override
  public Map<String, @Nullable Object> next() {
    Map<String, @Nullable Object> object = asMap(read(values::next));
    String error = errorIn(object);
    if (error != null) {
      close();
      throw new ProgressException(place.saying(error), new ArrayList<>(before));
    }
    if (before.size() == KEPT) {
      before.removeFirst();
    }
    before.add(object);
    return object;
  }

  private <T extends @Nullable Object> T read(Supplier<T> step) {
    try {
      return step.get();
    } catch (JsonException e) {
      throw EngineException.of(place.saying(ErrorBody.notJson(e)));
    }
  }

  /** Reads to the end and gives what it kept: the last hundred objects. */
  public List<Map<String, @Nullable Object>> drain() {
    try (this) {
      while (hasNext()) {
        next();
      }
      return new ArrayList<>(before);
    }
  }

  private static @Nullable String errorIn(Map<String, @Nullable Object> object) {
    Object detail = object.get("errorDetail");
    if (detail instanceof Map<?, ?> map && map.get("message") != null) {
      return String.valueOf(map.get("message"));
    }
    if (object.get("error") instanceof String text) {
      return text;
    }
    return detail == null ? null : Json.write(detail);
  }

  @SuppressWarnings("unchecked") // JSON objects have text for keys.
  private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.of("value", String.valueOf(value));
  }

  @Override
  public void close() {
    Closing.quietly(response);
  }
}
