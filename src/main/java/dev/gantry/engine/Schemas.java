package dev.gantry.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects of the API, with the versions that have their fields: {@code schemas.tsv}. The table
 * is read when it is first asked for, and an object taken apart when it is.
 */
public final class Schemas {
  private static final Pattern PLUS = Pattern.compile("\\+");

  private static final class Lazy {
    static final Map<String, List<String[]>> ROWS =
        Catalogue.rows("schemas.tsv").stream()
            .map(row -> row.split("\t", -1))
            .collect(Collectors.groupingBy(column -> column[0], HashMap::new, Collectors.toList()));
    static final Map<String, Schema> READ = new ConcurrentHashMap<>();
  }

  private Schemas() {}

  /** The names of all schemas. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(Lazy.ROWS.keySet());
  }

  static boolean has(String name) {
    return Lazy.ROWS.containsKey(PLUS.split(name, 2)[0]);
  }

  /**
   * A schema by its name; names with a plus between them are one and the same object, which was
   * called so in different versions. One that is unknown has no fields.
   */
  public static Schema named(String names) {
    Schema read = Lazy.READ.get(names);
    if (read == null) {
      List<String[]> rows = new ArrayList<>();
      Arrays.stream(PLUS.split(names))
          .forEach(name -> rows.addAll(Lazy.ROWS.getOrDefault(name, List.of())));
      read = new Schema(rows);
      Lazy.READ.put(names, read);
    }
    return read;
  }

  /**
   * The version from which on a field is gone; the table has the last one that still had it.
   *
   * @param schema the object, such as {@code ImageInspect}
   * @param field one of its keys
   * @return empty when the field is still there, or never was
   */
  public static Optional<ApiVersion> goneSince(String schema, String field) {
    return named(schema).goneSince(field);
  }

  /**
   * What differs between a value and the type that a version has for it.
   *
   * @param type as {@link Field#type} has it
   */
  public static List<Deviation> compare(String type, @Nullable Object value, ApiVersion version) {
    SchemaCheck check = new SchemaCheck(version);
    check.value(type, value, "");
    return check.found();
  }
}
