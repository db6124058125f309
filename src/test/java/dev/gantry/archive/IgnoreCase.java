package dev.gantry.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A row of {@code ignore-cases.tsv}.
 *
 * @param rules the text of the file, where escapes of Java stand for what cannot be in a row
 * @param outcome {@code in}, {@code out} or {@code bad}
 */
record IgnoreCase(String rules, String path, String outcome) {

  static List<IgnoreCase> all() {
    try (InputStream table = IgnoreCase.class.getResourceAsStream("ignore-cases.tsv")) {
      byte[] bytes = Objects.requireNonNull(table).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split("\t", -1))
          .map(cells -> new IgnoreCase(unescaped(cells[0]), unescaped(cells[1]), cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && cell.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(cell.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (c == '\\') {
        i++;
        text.append(one(cell.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static char one(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }

  @Override
  public String toString() {
    return rules.replace("\n", " ⏎ ") + " | " + path + " | " + outcome;
  }
}
