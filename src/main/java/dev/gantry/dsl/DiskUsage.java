package dev.gantry.dsl;

import dev.gantry.json.Rounded;
import dev.gantry.json.Tabular;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What things take of the disk: the daemon's JSON, shown as the table of {@code docker system df}.
 *
 * <p>Source: docker/cli v28.5.2, cli/command/formatter/disk_usage.go and cli/command/system/df.go.
 */
final class DiskUsage extends AbstractMap<String, @Nullable Object> implements Tabular {
  private static final List<String> COLUMNS =
      List.of("TYPE", "TOTAL", "ACTIVE", "SIZE", "RECLAIMABLE");
  private static final int DIGITS = 4;
  private static final Set<String> ALIVE = Set.of("running", "paused", "restarting");

  private final Map<String, @Nullable Object> usage;

  DiskUsage(Map<String, @Nullable Object> usage) {
    this.usage = usage;
  }

  /** The things of one kind, such as {@code Images}. */
  static List<Map<String, @Nullable Object>> items(@Nullable Object usage, String kind) {
    return Rows.list(Rows.of(Rows.in(usage, kind)));
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return usage.entrySet();
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return Rounded.texts(cells());
  }

  @Override
  public List<? extends Map<String, ?>> cells() {
    return List.of(images(), containers(), volumes(), buildCache());
  }

  static boolean isUsed(Map<String, @Nullable Object> image) {
    return number(image.get("Containers")) > 0;
  }

  static boolean isAlive(Map<String, @Nullable Object> container) {
    return ALIVE.contains(Rows.text(container.get("State")));
  }

  static boolean isMounted(Map<String, @Nullable Object> volume) {
    return number(Rows.in(volume.get("UsageData"), "RefCount")) > 0;
  }

  static boolean isInUse(Map<String, @Nullable Object> record) {
    return Boolean.TRUE.equals(record.get("InUse"));
  }

  private Map<String, ?> images() {
    List<Map<String, @Nullable Object>> images = items(usage, "Images");
    long all = number(usage.get("LayersSize"));
    long kept =
        images.stream()
            .filter(image -> isUsed(image) && isMeasured(image))
            .mapToLong(image -> number(image.get("Size")) - number(image.get("SharedSize")))
            .sum();
    return row("Images", counted(images, DiskUsage::isUsed), all, all - kept);
  }

  private static boolean isMeasured(Map<String, @Nullable Object> image) {
    return number(image.get("Size")) >= 0 && number(image.get("SharedSize")) >= 0;
  }

  private Map<String, ?> containers() {
    return summed(
        "Containers",
        items(usage, "Containers"),
        DiskUsage::isAlive,
        one -> number(one.get("SizeRw")));
  }

  private Map<String, ?> volumes() {
    return summed(
        "Local Volumes",
        items(usage, "Volumes"),
        DiskUsage::isMounted,
        one -> Math.max(0, number(Rows.in(one.get("UsageData"), "Size"))));
  }

  /** What images share with it counts for the images. */
  private Map<String, ?> buildCache() {
    return summed(
        "Build Cache",
        items(usage, "BuildCache"),
        DiskUsage::isInUse,
        one -> Boolean.TRUE.equals(one.get("Shared")) ? 0 : number(one.get("Size")));
  }

  private static Map<String, ?> summed(
      String type,
      List<Map<String, @Nullable Object>> things,
      Predicate<Map<String, @Nullable Object>> used,
      ToLongFunction<Map<String, @Nullable Object>> size) {
    long all = things.stream().mapToLong(size).sum();
    long free = things.stream().filter(used.negate()).mapToLong(size).sum();
    return row(type, counted(things, used), all, free);
  }

  /** How many there are and how many are used. */
  private static long[] counted(
      List<Map<String, @Nullable Object>> things, Predicate<Map<String, @Nullable Object>> used) {
    return new long[] {things.size(), things.stream().filter(used).count()};
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, ?> row(String type, long[] counts, long bytes, long reclaimable) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("TYPE", type);
    row.put("TOTAL", counts[0]);
    row.put("ACTIVE", counts[1]);
    row.put("SIZE", new Rounded(Humane.size(bytes, DIGITS), Humane.exact(bytes)));
    // The CLI gives no share of the build cache.
    boolean share = bytes > 0 && !type.equals("Build Cache");
    String part = share ? " (" + reclaimable * 100 / bytes + "%)" : "";
    row.put(
        "RECLAIMABLE",
        new Rounded(Humane.size(reclaimable, DIGITS) + part, Humane.exact(reclaimable) + part));
    return row;
  }
}
