package dev.gantry.dsl;

import dev.gantry.engine.Answer;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the catalogue as rows of data: a list of flat maps, which prints as a table.
 */
final class ApiTable {
  private ApiTable() {}

  static List<Map<String, @Nullable Object>> of(Collection<Operation> operations) {
    return Rows.list(operations.stream().map(ApiTable::row));
  }

  /** The rows whose id, path, words or parameters have every word of a text, in any case. */
  static List<Map<String, @Nullable Object>> find(String words) {
    Catalogue catalogue = Catalogue.shipped();
    List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return Rows.list(
        Stream.of(catalogue.operations(), catalogue.unpublished())
            .flatMap(Collection::stream)
            .filter(operation -> wanted.stream().allMatch(text(operation)::contains))
            .map(ApiTable::row));
  }

  private static String text(Operation operation) {
    Stream<String> names = operation.parameters().stream().map(Parameter::name);
    return Stream.concat(
            Stream.of(operation.id(), operation.path(), operation.does(), operation.tag()), names)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> row(Operation operation) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", operation.id());
    row.put("method", operation.method());
    row.put("path", operation.path());
    row.put("tag", operation.tag());
    row.put("since", Objects.toString(operation.since(), null));
    row.put("until", Objects.toString(operation.until(), null));
    row.put("mutating", !operation.mutates().equals("no"));
    row.put("stream", stream(operation.answer()));
    return row;
  }

  /** How an answer comes that is read while it is made; null for any other. */
  private static @Nullable String stream(Answer answer) {
    return answer.isStream() ? name(answer) : null;
  }

  static String name(Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
