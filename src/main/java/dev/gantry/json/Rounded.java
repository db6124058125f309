package dev.gantry.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown rounded, as a size or an age is, and exactly where a person wants that: see {@link
 * Layout#exact()}. For everything else it is its rounded text.
 *
 * @param text {@code 1.26MB}, {@code 3 hours ago}
 * @param exact {@code 1261340}, {@code 2026-07-01T12:00:00Z}
 */
public record Rounded(String text, String exact) implements CharSequence {
  /** Rows of a table with the rounded texts alone, for scripts to take as the texts they are. */
  public static List<Map<String, ?>> texts(List<? extends Map<String, ?>> cells) {
    return cells.stream().<Map<String, ?>>map(Rounded::texts).toList();
  }

  private static Map<String, @Nullable Object> texts(Map<String, ?> cells) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(cells);
    row.replaceAll((column, cell) -> cell instanceof Rounded both ? both.text() : cell);
    return row;
  }

  /** The same behind a word; that alone where there is nothing. */
  public Rounded after(String word) {
    return new Rounded((word + " " + text).strip(), (word + " " + exact).strip());
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
