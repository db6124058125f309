package dev.gantry.engine.rehearsal;

import dev.gantry.engine.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an engine would answer to calls that change something: {@code answers.tsv}. */
final class WriteAnswers {
  private final Map<String, Row> rows = read();

  /**
   * The answer to one operation.
   *
   * @param makes the kind of thing that it makes; empty for none
   * @param text JSON, with {@code {id} {name} {tag} {now}} to be filled in
   */
  record Row(String makes, String text) {}

  private static Map<String, Row> read() {
    Map<String, Row> rows = new LinkedHashMap<>();
    InputStream table =
        Objects.requireNonNull(WriteAnswers.class.getResourceAsStream("answers.tsv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(column -> rows.put(column[0], new Row(column[1], column[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Null where an engine would answer with a status and nothing else. */
  @Nullable Row of(Operation operation) {
    return rows.get(operation.id());
  }
}
