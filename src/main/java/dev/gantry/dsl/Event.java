package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import groovy.lang.GroovyObjectSupport;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the engine. What begins with a capital is the daemon's own field, such
 * as {@code event.Actor}; the whole of it is written as JSON. Engine API 1.51, EventMessage.
 */
public final class Event extends GroovyObjectSupport implements JsonView {
  private static final long NANOS = 1_000_000_000;

  private final Map<String, @Nullable Object> message;

  Event(Map<String, @Nullable Object> message) {
    this.message = message;
  }

  /** When it happened, by the engine's clock. */
  public Instant getTime() {
    if (message.get("timeNano") instanceof Number nanos) {
      return Instant.ofEpochSecond(nanos.longValue() / NANOS, nanos.longValue() % NANOS);
    }
    return Instant.ofEpochSecond(
        message.get("time") instanceof Number seconds ? seconds.longValue() : 0);
  }

  /** What it happened to: {@code container}, {@code image}, {@code volume}, {@code network} … */
  public String getType() {
    return Rows.text(message.get("Type"));
  }

  /**
   * What happened: {@code create}, {@code start}, {@code die}, {@code exec_create: ls -l} …
   * Podman's own words, such as {@code died}, are given as Docker's; {@code event.Action} has them.
   */
  public String getAction() {
    return PodmanEvents.action(getType(), Rows.text(message.get("Action")));
  }

  /** The id of the thing; its name where names are all there is, as for volumes. */
  public String getId() {
    return Rows.text(Rows.in(message.get("Actor"), "ID"));
  }

  /** The name of the thing; its id where the daemon names none. */
  public String getName() {
    Object name = getAttributes().get("name");
    return name == null ? getId() : name.toString();
  }

  /** What the daemon says beside it: labels, the image of a container, an exit status. */
  public Map<String, Object> getAttributes() {
    return Rows.map(Rows.in(message.get("Actor"), "Attributes"));
  }

  /** Groovy's {@code event.name}; see {@link Resource#getProperty}. */
  @Override
  public @Nullable Object getProperty(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0))
        ? message.get(name)
        : super.getProperty(name);
  }

  /** Groovy's {@code event.timeNano}: any other field of the daemon's. */
  public @Nullable Object propertyMissing(String name) {
    return message.get(name);
  }

  @Override
  public Object toJson() {
    return message;
  }

  /** One line, as {@code docker events} writes it. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(getTime() + " " + getType() + " " + getAction());
    line.append(' ').append(Humane.shortId(getId()));
    String details = new TreeMap<>(getAttributes()).toString();
    return details.equals("{}")
        ? line.toString()
        : line + " (" + details.substring(1, details.length() - 1) + ")";
  }
}
