package dev.gantry.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one JSON value per line; {@link JsonStream} reads it. */
public final class NdJson {
  private NdJson() {}

  /**
   * Writes each item of a list on a line of its own, anything else on one line.
   *
   * @throws JsonException the value has no JSON form
   */
  public static String write(@Nullable Object value) {
    if (!(Json.plain(value) instanceof List<?> list)) {
      return Json.write(value) + "\n";
    }
    StringBuilder out = new StringBuilder();
    list.forEach(item -> out.append(Json.write(item)).append('\n'));
    return out.toString();
  }
}
