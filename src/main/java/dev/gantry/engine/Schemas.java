package dev.gantry.engine;

import java.util.List;
import java.util.Optional;

/** The fields of the API's objects, with the versions that have them: {@code schemas.tsv}. */
public final class Schemas {
  private static final class Lazy {
    static final List<String> ROWS = Catalogue.rows("schemas.tsv");
  }

  private Schemas() {}

  /**
   * The version from which on a field is gone; the table has the last one that still had it.
   *
   * @param schema the object, such as {@code ImageInspect}
   * @param field one of its keys
   * @return empty when the field is still there, or never was
   */
  public static Optional<ApiVersion> goneSince(String schema, String field) {
    String beginning = schema + "\t" + field + "\t";
    return Lazy.ROWS.stream()
        .filter(row -> row.startsWith(beginning))
        .map(row -> row.split("\t", -1)[4])
        .filter(until -> !until.isEmpty())
        .map(last -> ApiVersion.parse(last).next())
        .findFirst();
  }
}
