package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.engine.NotFoundException;
import dev.gantry.json.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One reading of many containers, as {@code docker stats --no-stream} shows it (docker/cli v28.2.2,
 * cli/command/container/formatter_stats.go). The daemon takes a second or two for each, so several
 * are read at once.
 */
final class StatsTable {
  private static final int AT_ONCE = 16;
  static final List<String> COLUMNS =
      List.of(
          "CONTAINER ID",
          "NAME",
          "CPU %",
          "MEM USAGE / LIMIT",
          "MEM %",
          "NET I/O",
          "BLOCK I/O",
          "PIDS");

  private StatsTable() {}

  static Listing of(Docker docker, List<Container> containers) {
    ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, StatsTable::thread);
    try {
      List<Future<Map<String, @Nullable Object>>> readings = new ArrayList<>();
      for (Container container : containers) {
        readings.add(readers.submit(() -> Stats.read(docker.engine(), container.getId())));
      }
      return new Listing(collect(readings), COLUMNS, StatsTable::cells);
    } finally {
      // Interrupts what still reads, which closes its connection.
      readers.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gantry-stats");
    thread.setDaemon(true);
    return thread;
  }

  /** A container that goes away meanwhile is left out. */
  private static List<Map<String, @Nullable Object>> collect(
      List<Future<Map<String, @Nullable Object>>> readings) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Future<Map<String, @Nullable Object>> reading : readings) {
      try {
        rows.add(reading.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WaitException("interrupted while reading the resources of containers");
      } catch (ExecutionException | CancellationException e) {
        if (e.getCause() instanceof NotFoundException) {
          continue;
        }
        if (e.getCause() instanceof RuntimeException ours) {
          throw ours;
        }
        throw new IllegalStateException(e);
      }
    }
    return rows;
  }

  static Map<String, ?> cells(Map<String, @Nullable Object> row) {
    return Map.ofEntries(
        entry("CONTAINER ID", Humane.shortId(Rows.text(row.get("id")))),
        entry("NAME", Rows.text(row.get("name")).replaceFirst("^/", "")),
        entry("CPU %", percent(row.get("cpuPercent"))),
        entry(
            "MEM USAGE / LIMIT",
            both(Humane::memory, row.get("memoryUsage"), row.get("memoryLimit"))),
        entry("MEM %", percent(row.get("memoryPercent"))),
        entry("NET I/O", both(Humane::transferred, row.get("networkIn"), row.get("networkOut"))),
        entry("BLOCK I/O", both(Humane::transferred, row.get("blockRead"), row.get("blockWrite"))),
        entry("PIDS", Rows.text(row.get("pids"))));
  }

  private static Rounded both(
      Function<@Nullable Object, String> rounding, @Nullable Object one, @Nullable Object other) {
    return new Rounded(
        rounding.apply(one) + " / " + rounding.apply(other),
        Humane.exact(one) + " / " + Humane.exact(other));
  }

  private static String percent(@Nullable Object value) {
    double number = value instanceof Number some ? some.doubleValue() : 0;
    return String.format(Locale.ROOT, "%.2f%%", number);
  }
}
