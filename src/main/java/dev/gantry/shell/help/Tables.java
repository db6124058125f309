package dev.gantry.shell.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The texts and tables beside this class. */
final class Tables {
  private Tables() {}

  /** The rows of a table without the one that names the columns, as cells. */
  static List<String[]> rows(String name) {
    return text(name).lines().skip(1).map(row -> row.split("\t", -1)).toList();
  }

  static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
