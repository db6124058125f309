package dev.gantry.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the table in a plain list of Maps. */
public final class FlatRows {
  private FlatRows() {}

  /**
   * Makes a table of the names whose values are all scalars, unless so much is nested that the
   * table would show less than half of the names.
   */
  public static Optional<Tabular> of(@Nullable Object plain) {
    List<Map<String, ?>> rows = rows(plain);
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<String> scalars = names.stream().filter(name -> isScalar(name, rows)).toList();
    return scalars.isEmpty() || scalars.size() * 2 < names.size()
        ? Optional.empty()
        : Optional.of(Tabular.of(scalars, rows));
  }

  /** The items of a list, or nothing when one of them is no Map. */
  @SuppressWarnings("unchecked") // plain maps have String names
  private static List<Map<String, ?>> rows(@Nullable Object plain) {
    List<Map<String, ?>> rows = new ArrayList<>();
    if (plain instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      list.forEach(item -> rows.add((Map<String, ?>) item));
    }
    return rows;
  }

  private static boolean isScalar(String name, List<Map<String, ?>> rows) {
    return rows.stream()
        .map(row -> row.get(name))
        .noneMatch(
            value ->
                value instanceof Map || value instanceof List || value instanceof Glance.Folded);
  }
}
