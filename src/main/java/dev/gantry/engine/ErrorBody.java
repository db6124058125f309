package dev.gantry.engine;

import dev.gantry.http.HttpResponse;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The daemon's message in an answer that is an error: JSON with {@code message}, plain text, or
 * nothing.
 */
final class ErrorBody {
  private static final int CAP = 1 << 20;
  private static final int SHOWN = 4000;
  private static final String NO_REASON = "the engine gave no reason";

  /** What a page means that came instead of an answer. */
  static final String PAGE =
      "the answer was a web page, not an engine's: is there a proxy in between?";

  private ErrorBody() {}

  /** No operation of the API answers so. */
  static boolean isPage(HttpResponse response) {
    return response.headers().first("Content-Type").orElse("").startsWith("text/html");
  }

  /** What to say of an answer that should have been JSON; a page may come without its type. */
  static String notJson(JsonException e) {
    boolean page = e.line() == 1 && e.column() == 1 && e.problem().contains("'<'");
    return page ? PAGE : "the answer is not JSON: " + e.getMessage();
  }

  static String message(HttpResponse response) {
    String body = new String(response.bodyBytes(CAP), StandardCharsets.UTF_8).strip();
    if (body.isEmpty()) {
      return NO_REASON;
    }
    if (isPage(response)) {
      return PAGE;
    }
    String message = fromJson(body).strip();
    if (message.isEmpty()) {
      return NO_REASON;
    }
    return message.length() <= SHOWN ? message : message.substring(0, SHOWN) + "…";
  }

  private static String fromJson(String body) {
    try {
      if (body.startsWith("{")
          && Json.read(body) instanceof Map<?, ?> map
          && map.get("message") != null) {
        return String.valueOf(map.get("message"));
      }
    } catch (JsonException e) {
      // Then it is text that happens to begin with a brace.
    }
    return body;
  }
}
