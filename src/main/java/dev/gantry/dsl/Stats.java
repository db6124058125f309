package dev.gantry.dsl;

import dev.gantry.engine.EngineClient;
import dev.gantry.engine.ObjectStream;
import dev.gantry.json.JsonException;
import groovy.lang.Closure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docker stats} makes of the daemon's numbers, by its formulas (docker/cli v28.2.2,
 * cli/command/container/stats_helpers.go).
 */
final class Stats {
  private final Map<String, @Nullable Object> reading;

  Stats(Map<String, @Nullable Object> reading) {
    this.reading = reading;
  }

  /** Takes one reading: the daemon's JSON with our sums behind it. */
  static Map<String, @Nullable Object> read(EngineClient engine, String container) {
    Map<String, Object> once = Map.of("id", container, "stream", false);
    try (ObjectStream readings = engine.objects("ContainerStats", once)) {
      if (!readings.hasNext()) {
        throw new JsonException("the engine sent no statistics of container " + container);
      }
      return new Stats(readings.next()).withSums();
    }
  }

  static void follow(EngineClient engine, String container, Closure<?> each) {
    try (Readings readings =
        new Readings(engine.objects("ContainerStats", Map.of("id", container)))) {
      readings.forEachRemaining(each::call);
    }
  }

  Map<String, @Nullable Object> withSums() {
    Map<String, @Nullable Object> all = new Reading(reading);
    double limit = number("memory_stats", "limit");
    all.put("cpuPercent", cpuPercent());
    all.put("memoryUsage", (long) memoryUsage());
    all.put("memoryLimit", (long) limit);
    all.put("memoryPercent", limit > 0 ? rounded(memoryUsage() / limit * 100) : 0.0);
    all.put("networkIn", network("rx_bytes"));
    all.put("networkOut", network("tx_bytes"));
    all.put("blockRead", blocks('r'));
    all.put("blockWrite", blocks('w'));
    all.put("pids", (long) number("pids_stats", "current"));
    return all;
  }

  /** Time of the container over time of the host between the two readings; 100 is one whole CPU. */
  private double cpuPercent() {
    double container =
        number("cpu_stats", "cpu_usage", "total_usage")
            - number("precpu_stats", "cpu_usage", "total_usage");
    double host =
        number("cpu_stats", "system_cpu_usage") - number("precpu_stats", "system_cpu_usage");
    return container > 0 && host > 0 ? rounded(container / host * cpus() * 100) : 0.0;
  }

  /** Old kernels do not say how many are online: then as many as are counted one by one. */
  private double cpus() {
    double online = number("cpu_stats", "online_cpus");
    return online == 0 && at("cpu_stats", "cpu_usage", "percpu_usage") instanceof List<?> each
        ? each.size()
        : online;
  }

  /** Without the cache that the kernel would give back: cgroup v1 and v2 name it differently. */
  private double memoryUsage() {
    double usage = number("memory_stats", "usage");
    Object v1 = at("memory_stats", "stats", "total_inactive_file");
    double cache =
        v1 instanceof Number number
            ? number.doubleValue()
            : number("memory_stats", "stats", "inactive_file");
    return cache < usage ? usage - cache : usage;
  }

  private long network(String key) {
    return Rows.map(at("networks")).values().stream()
        .mapToLong(card -> Rows.in(card, key) instanceof Number bytes ? bytes.longValue() : 0)
        .sum();
  }

  private long blocks(char operation) {
    return Rows.of(at("blkio_stats", "io_service_bytes_recursive"))
        .filter(
            row ->
                Rows.text(row.get("op"))
                    .toLowerCase(Locale.ROOT)
                    .startsWith(String.valueOf(operation)))
        .mapToLong(row -> row.get("value") instanceof Number bytes ? bytes.longValue() : 0)
        .sum();
  }

  private double number(String... path) {
    return at(path) instanceof Number number ? number.doubleValue() : 0;
  }

  private @Nullable Object at(String... path) {
    Object value = reading;
    for (String key : path) {
      value = Rows.in(value, key);
    }
    return value;
  }

  private static double rounded(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
