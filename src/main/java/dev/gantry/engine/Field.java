package dev.gantry.engine;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object of the API.
 *
 * @param type what its value is: {@code string boolean integer number object any}, each with a
 *     format behind a slash or the allowed values in brackets; {@code [T]} for a list, {@code {T}}
 *     for an object whose values are T, the name of a schema, or {@code T|T} for either
 * @param required whether an answer always has it
 * @param lifetime the versions that have it
 */
public record Field(String name, String type, boolean required, Lifetime lifetime) {

  static Field parse(String[] column) {
    boolean required = column[2].endsWith("!");
    String type = required ? column[2].substring(0, column[2].length() - 1) : column[2];
    return new Field(column[1], type, required, lifetime(column[3], column[4]));
  }

  /** The table has the last version that had it, and a {@link Lifetime} the first without. */
  private static Lifetime lifetime(String since, String last) {
    return new Lifetime(
        since.isEmpty() ? null : ApiVersion.parse(since),
        last.isEmpty() ? null : ApiVersion.parse(last).next());
  }

  /** The first API version that has it; null when all have. */
  public @Nullable ApiVersion since() {
    return lifetime.since();
  }

  /** The first API version that no longer has it; null when it is still there. */
  public @Nullable ApiVersion until() {
    return lifetime.until();
  }

  /** Whether a version has it. */
  public boolean isIn(ApiVersion version) {
    return lifetime.missingFrom(version).isEmpty();
  }

  /** The same, there from the beginning on if it is as old as its schema's name. */
  Field oldAs(@Nullable ApiVersion first) {
    ApiVersion since = lifetime.since();
    return since != null && since.equals(first)
        ? new Field(name, type, required, new Lifetime(null, lifetime.until()))
        : this;
  }
}
