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
import java.util.Set;
import java.util.TreeSet;
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
    static final Catalogue SHIPPED = new Catalogue();
  }

  private final Map<String, String> published = table("operations.tsv");
  private final Map<String, String> unpublished = table("unpublished.tsv");
  private final Map<String, Operation> read = new ConcurrentHashMap<>();

  private Catalogue() {}

  private static Map<String, String> table(String resource) {
    Map<String, String> table = new LinkedHashMap<>();
    rows(resource).forEach(row -> table.put(row.substring(0, row.indexOf('\t')), row));
    return table;
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
    String row = published.getOrDefault(id, unpublished.get(id));
    if (row == null) {
      Set<String> known = new TreeSet<>(published.keySet());
      known.addAll(unpublished.keySet());
      throw new UsageException("unknown operation '" + id + "'" + DidYouMean.hint(id, known));
    }
    return read.computeIfAbsent(id, any -> Operation.parse(row));
  }

  /** Every published operation, by its id in alphabetical order. */
  public Collection<Operation> operations() {
    return published.keySet().stream().map(this::operation).toList();
  }

  /** The operations that engines have and the published definitions leave out. */
  public Collection<Operation> unpublished() {
    return unpublished.keySet().stream().map(this::operation).toList();
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
