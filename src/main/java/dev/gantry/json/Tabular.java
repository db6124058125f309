package dev.gantry.json;

import java.util.List;
import java.util.Map;

/**
 * Something that shows itself as a table.
 *
 * <p>What is also a {@link JsonView}, a Map or an Iterable is written as JSON in full; the rows are
 * only what a person sees.
 */
public interface Tabular {

  /**
   * The names of the columns, the most important first: on a narrow screen the last are left out.
   */
  List<String> columns();

  /** One map per row, from the name of the column to a value that is ready to be shown. */
  List<? extends Map<String, ?>> rows();

  /** The same, where what is rounded is {@link Rounded}, for who may show it exactly. */
  default List<? extends Map<String, ?>> cells() {
    return rows();
  }

  /** Makes a table of its columns and rows. */
  static Tabular of(List<String> columns, List<? extends Map<String, ?>> rows) {
    return new Table(columns, rows);
  }

  /** A table that is nothing else. */
  record Table(List<String> columns, List<? extends Map<String, ?>> rows) implements Tabular {
    /** The table as text, as wide as it needs to be. */
    @Override
    public String toString() {
      return TextTable.format(this, 0, Colors.OFF).stripTrailing();
    }
  }
}
