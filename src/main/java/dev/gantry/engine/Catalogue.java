package dev.gantry.engine;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of the Engine API, API versions 1.25 to 1.56, as data.
 *
 * <p>One table serves validation, version gates, help and completion. It is made by {@code
 * scripts/catalogue} from the published definitions. A row is taken apart only when its operation
 * is asked for.
 */
public final class Catalogue {
  private static final class Lazy {
    static final Catalogue SHIPPED = new Catalogue(rows("operations.tsv"));
  }

  private final Map<String, String> rows = new LinkedHashMap<>();
  private final Map<String, Operation> read = new ConcurrentHashMap<>();

  private Catalogue(List<String> table) {
    for (String row : table) {
      rows.put(row.substring(0, row.indexOf('\t')), row);
    }
  }

  /** The catalogue that Gantry ships. */
  public static Catalogue shipped() {
    return Lazy.SHIPPED;
  }

  /**
   * One operation by its id.
   *
   * @throws UsageException when there is none of that name, with the nearest there is
   */
  public Operation operation(String id) {
    String row = rows.get(id);
    if (row == null) {
      throw new UsageException(
          "unknown operation '" + id + "'" + DidYouMean.hint(id, rows.keySet()));
    }
    return read.computeIfAbsent(id, any -> Operation.parse(row));
  }

  /** Every operation, by its id in alphabetical order. */
  public Collection<Operation> operations() {
    return rows.keySet().stream().map(this::operation).toList();
  }

  /** The lines of a table that stands beside this class, without the one that names the columns. */
  static List<String> rows(String resource) {
    InputStream table =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
