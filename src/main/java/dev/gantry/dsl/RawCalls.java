package dev.gantry.dsl;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.QueryString;
import dev.gantry.json.Json;
import dev.gantry.json.JsonStream;
import groovy.lang.Closure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of any path, in the catalogue or not. */
final class RawCalls {
  private final EngineClient engine;

  RawCalls(EngineClient engine) {
    this.engine = engine;
  }

  @Nullable Object send(String method, String path, Map<String, ?> query) {
    try (HttpResponse response = open(method, path, query)) {
      return method.equals("HEAD") ? headers(response) : value(response);
    }
  }

  void follow(String path, Map<String, ?> query, Closure<?> each) {
    try (HttpResponse response = open("GET", path, query);
        JsonStream values = new JsonStream(response.body())) {
      values.forEachRemaining(each::call);
    }
  }

  private HttpResponse open(String method, String path, Map<String, ?> query) {
    QueryString pairs = new QueryString();
    query.forEach(
        (name, value) -> {
          if (value != null && !name.equals("body")) {
            pairs.add(
                name,
                value instanceof Map || value instanceof Iterable ? Json.write(value) : value);
          }
        });
    return engine.request(
        method, pairs.appendTo(path.startsWith("/") ? path : "/" + path), query.get("body"));
  }

  private static @Nullable Object value(HttpResponse response) {
    byte[] body = response.bodyBytes(Integer.MAX_VALUE);
    String type = response.headers().first("Content-Type").orElse("");
    if (type.startsWith("application/json") && body.length > 0) {
      return Json.read(body);
    }
    return type.startsWith("application/x-tar")
        ? body
        : body.length == 0 ? null : new String(body, StandardCharsets.UTF_8);
  }

  private static Map<String, Object> headers(HttpResponse response) {
    Map<String, Object> headers = new LinkedHashMap<>();
    response.headers().fields().forEach(field -> headers.put(field.name(), field.value()));
    return headers;
  }
}
