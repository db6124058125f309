package dev.gantry.engine.trace;

import dev.gantry.http.Body;
import dev.gantry.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose JSON body can be shown and is sent all the same. A body is written once; a small
 * one is written into memory first.
 *
 * @param request to be sent in its place
 * @param json the body; null when there is none, or it is no JSON, or too much to show
 */
public record Replayable(HttpRequest request, @Nullable String json) {
  private static final long MOST = 1 << 20;

  public static Replayable of(HttpRequest request) {
    Body body = request.body();
    boolean isJson =
        request.headers().first("Content-Type").orElse("").startsWith("application/json");
    if (body == null || !isJson || body.length() < 0 || body.length() > MOST) {
      return new Replayable(request, null);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body.writeTo(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("a body in memory cannot fail", e);
    }
    return new Replayable(
        request.with(Body.of(bytes.toByteArray())), bytes.toString(StandardCharsets.UTF_8));
  }
}
