package dev.gantry.dsl;

import dev.gantry.engine.ObjectStream;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Readings of a container's resources, one about every second, until it is removed. Close it to
 * stop.
 */
public final class Readings implements Iterator<Map<String, @Nullable Object>>, AutoCloseable {
  private final ObjectStream readings;

  Readings(ObjectStream readings) {
    this.readings = readings;
  }

  @Override
  public boolean hasNext() {
    return readings.hasNext();
  }

  /** The daemon's JSON, with our sums behind it; see {@link Container#stats()}. */
  @Override
  public Map<String, Object> next() {
    return new Stats(readings.next()).withSums();
  }

  @Override
  public void close() {
    readings.close();
  }
}
