package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.Schemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object within a resource's JSON, as a script reads it: a copy of the map, which tells of a
 * field that is gone instead of giving null for it. What type it has in the API is looked up only
 * then.
 */
final class Fields extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1;

  private final transient Resource owner;

  /** Dotted, from the resource's JSON down: {@code NetworkSettings}. */
  private final String path;

  private Fields(Resource owner, String path, Map<?, ?> json) {
    this.owner = owner;
    this.path = path;
    json.forEach((name, value) -> put(String.valueOf(name), value));
  }

  /** The value itself, unless it is an object. */
  static @Nullable Object of(Resource owner, String path, @Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Fields(owner, path, map) : value;
  }

  /**
   * A field's value; null when there is none.
   *
   * @throws UsageException the field is gone
   */
  @Override
  public @Nullable Object get(@Nullable Object key) {
    String name = String.valueOf(key);
    Object value = super.get(key);
    if (value == null && !containsKey(key)) {
      refuseGone(name);
    }
    return of(owner, path + "." + name, value);
  }

  private void refuseGone(String name) {
    String schema = owner.schema();
    for (String field : path.split("\\.", -1)) {
      schema = typeWithin(schema, field);
    }
    owner.gone(path + " of " + owner.label(), schema, name).ifPresent(Fields::refuse);
  }

  private static void refuse(String sentence) {
    throw new UsageException(sentence);
  }

  /** The type of a field; that of the values for a map of them, which has any key. */
  private static String typeWithin(String type, String field) {
    return type.startsWith("{")
        ? type.substring(1, type.length() - 1)
        : Schemas.named(type).all().stream()
            .filter(it -> it.name().equals(field))
            .map(it -> it.type())
            .reduce("", (first, last) -> last);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(keySet());
  }
}
