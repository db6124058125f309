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

  /** Dotted, from the resource's JSON down: {@code NetworkSettings}; empty for the whole. */
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

  /** The whole JSON of a resource. */
  static Map<String, @Nullable Object> whole(Resource owner, Map<String, ?> json) {
    return new Fields(owner, "", json);
  }

  /**
   * A field's value; null when there is none. An object within is kept as it was handed out, so
   * that what is changed in it stays changed.
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
    if (value instanceof Fields || !(value instanceof Map)) {
      return value;
    }
    Object handed = of(owner, path.isEmpty() ? name : path + "." + name, value);
    put(name, handed);
    return handed;
  }

  private void refuseGone(String name) {
    String schema = owner.schema();
    String what = owner.label();
    if (!path.isEmpty()) {
      for (String field : path.split("\\.", -1)) {
        schema = typeWithin(schema, field);
      }
      what = path + " of " + what;
    }
    owner.gone(what, schema, name).ifPresent(Fields::refuse);
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
