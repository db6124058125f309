package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import java.util.Map;

/**
 * A line of the logs of one of several containers.
 *
 * @param container its name
 * @param stream {@code out} or {@code err}
 * @param text without the line break
 * @param width of the longest name among them, so that the texts stand below each other
 */
public record LogLine(String container, String stream, String text, int width) implements JsonView {

  @Override
  public Object toJson() {
    return Map.of("container", container, "stream", stream, "text", text);
  }

  /** {@code web | GET /}, the names padded to the same width. */
  @Override
  public String toString() {
    return container + " ".repeat(Math.max(0, width - container.length())) + " | " + text;
  }
}
