package dev.gantry.dsl;

import dev.gantry.json.Rounded;
import dev.gantry.json.Tabular;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reading of one container: the daemon's JSON with our sums, shown as a row of its table. */
final class Reading extends LinkedHashMap<String, @Nullable Object> implements Tabular {
  private static final long serialVersionUID = 1L;

  Reading(Map<String, @Nullable Object> reading) {
    super(reading);
  }

  @Override
  public List<String> columns() {
    return StatsTable.COLUMNS;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return Rounded.texts(cells());
  }

  @Override
  public List<? extends Map<String, ?>> cells() {
    return List.of(StatsTable.cells(this));
  }
}
