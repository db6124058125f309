package dev.gantry.dsl;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thing of a swarm. What a listing says of it is its full JSON already.
 *
 * <p>Errors of every verb: {@link dev.gantry.engine.NotFoundException} when it is gone, {@link
 * SwarmException} when the engine is no manager of a swarm.
 */
public abstract class SwarmResource extends Resource {

  SwarmResource(Docker docker, Kind kind, Map<String, @Nullable Object> attrs) {
    super(docker, kind, Rows.text(attrs.get("ID")));
    listedAs(attrs);
    inspectedAs(attrs);
  }

  /** Its name, which is in its specification. */
  public String getName() {
    return Rows.text(spec("Name"));
  }

  public Map<String, Object> getLabels() {
    return Rows.map(spec("Labels"));
  }

  public @Nullable Instant getCreated() {
    return Instants.of(value("CreatedAt"));
  }

  /** When it was last changed, by whomever. */
  public @Nullable Instant getUpdated() {
    return Instants.of(value("UpdatedAt"));
  }

  /** A part of what was asked of it, by names from the outside in. */
  final @Nullable Object spec(String... path) {
    Object value = value("Spec");
    for (String name : path) {
      value = Rows.in(value, name);
    }
    return value;
  }

  /**
   * Changes its specification; see {@link SpecChange}.
   *
   * @param query further parameters of the operation
   */
  final @Nullable Object change(
      String operation, Map<String, ?> query, Consumer<Map<String, @Nullable Object>> change) {
    Object answer =
        new SpecChange(this::inspect, change)
            .send(
                (version, spec) -> {
                  Map<String, @Nullable Object> all = new LinkedHashMap<>(query);
                  all.put("version", version);
                  all.put("body", spec);
                  return call(operation, all);
                });
    changed();
    return answer;
  }

  /** What it is called in messages, such as {@code service}. */
  abstract String noun();

  @Override
  String label() {
    Object name = Rows.in(seen().get("Spec"), "Name");
    return noun() + " " + (Rows.text(name).isEmpty() ? getShortId() : name);
  }

  /** One line, from what is known already: {@code service 3f2a… web}. */
  @Override
  public String toString() {
    return (noun() + " " + getShortId() + (isKnown() ? " " + getName() : "")).strip();
  }
}
