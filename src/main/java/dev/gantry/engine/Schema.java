package dev.gantry.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of the API: its fields, each with the versions that have it.
 *
 * <p>The published definitions gave names to objects that had been there before, so the oldest
 * fields of a schema count as old as the API; what came later came later.
 */
public final class Schema {
  private final Map<String, List<Field>> fields = new LinkedHashMap<>();
  private @Nullable String alias;

  /**
   * @param rows those of {@code schemas.tsv} that are its own
   */
  Schema(List<String[]> rows) {
    List<Field> own = rows.stream().map(Field::parse).toList();
    ApiVersion first = first(own);
    for (Field field : own) {
      switch (field.name()) {
        case "=" -> alias = field.type();
        case "*" -> include(Schemas.named(field.type().substring(1)));
        default -> add(field.oldAs(first));
      }
    }
  }

  private void include(Schema whole) {
    whole.all().forEach(this::add);
    alias = whole.alias;
  }

  private void add(Field field) {
    fields.computeIfAbsent(field.name(), any -> new ArrayList<>()).add(field);
  }

  private static @Nullable ApiVersion first(List<Field> own) {
    return own.stream().anyMatch(field -> field.since() == null)
        ? null
        : own.stream()
            .map(Field::since)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  /** What it stands for when it is no object of its own, such as {@code [Config]}. */
  public Optional<String> alias() {
    return Optional.ofNullable(alias);
  }

  /** The names of its fields, in any version. */
  public Set<String> names() {
    return fields.keySet();
  }

  /** Its fields; one that changed is there more than once. */
  public Collection<Field> all() {
    return fields.values().stream().flatMap(List::stream).toList();
  }

  /** A field as a version has it; empty when it has none of that name. */
  public Optional<Field> field(String name, ApiVersion version) {
    return rows(name).stream().filter(field -> field.isIn(version)).findFirst();
  }

  /** Why a version does not have a field that another has, as the end of a sentence. */
  String missing(String name, ApiVersion version) {
    return rows(name).stream()
        .map(field -> field.lifetime().missingFrom(version))
        .reduce((first, last) -> last)
        .orElse("");
  }

  /** The version from which on no field of a name is there any more. */
  Optional<ApiVersion> goneSince(String name) {
    List<Field> rows = rows(name);
    return rows.stream().anyMatch(field -> field.until() == null)
        ? Optional.empty()
        : rows.stream().map(Field::until).filter(Objects::nonNull).max(Comparator.naturalOrder());
  }

  private List<Field> rows(String name) {
    return fields.getOrDefault(name, List.of());
  }
}
