package dev.gantry.dsl;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Each thing that takes disk space, the biggest first: what {@code df(verbose: true)} gives. */
final class DiskRows {
  private static final List<String> COLUMNS = List.of("TYPE", "NAME", "SIZE", "ACTIVE");

  private DiskRows() {}

  /** Rows of {@code Type Name Size Active}; sizes in bytes. */
  static Listing of(@Nullable Object usage) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    add(rows, DiskUsage.items(usage, "Images"), DiskRows::image);
    add(rows, DiskUsage.items(usage, "Containers"), DiskRows::container);
    add(rows, DiskUsage.items(usage, "Volumes"), DiskRows::volume);
    add(rows, DiskUsage.items(usage, "BuildCache"), DiskRows::record);
    rows.sort((a, b) -> Long.compare(size(b), size(a)));
    return new Listing(rows, COLUMNS, DiskRows::cells);
  }

  private static void add(
      List<Map<String, @Nullable Object>> rows,
      List<Map<String, @Nullable Object>> items,
      Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> row) {
    items.stream().map(row).forEach(rows::add);
  }

  private static Map<String, @Nullable Object> image(Map<String, @Nullable Object> item) {
    return row("image", first(item, "RepoTags"), item.get("Size"), DiskUsage.isUsed(item));
  }

  private static Map<String, @Nullable Object> container(Map<String, @Nullable Object> item) {
    return row("container", first(item, "Names"), item.get("SizeRw"), DiskUsage.isAlive(item));
  }

  private static Map<String, @Nullable Object> volume(Map<String, @Nullable Object> item) {
    Object size = Rows.in(item.get("UsageData"), "Size");
    return row("volume", Rows.text(item.get("Name")), size, DiskUsage.isMounted(item));
  }

  private static Map<String, @Nullable Object> record(Map<String, @Nullable Object> item) {
    String id = Rows.text(item.get("ID"));
    return row("build cache", Humane.shortId(id), item.get("Size"), DiskUsage.isInUse(item));
  }

  /** Its first name, without the slash of a container's; its id where it has none. */
  private static String first(Map<String, @Nullable Object> item, String names) {
    return Rows.texts(item.get(names)).stream()
        .filter(name -> !name.startsWith("<none>"))
        .map(name -> name.startsWith("/") ? name.substring(1) : name)
        .findFirst()
        .orElseGet(() -> Humane.shortId(Rows.text(item.get("Id"))));
  }

  private static Map<String, @Nullable Object> row(
      String type, String name, @Nullable Object size, boolean active) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("Type", type);
    row.put("Name", name);
    row.put("Size", Math.max(0, DiskUsage.number(size)));
    row.put("Active", active);
    return row;
  }

  private static long size(Map<String, @Nullable Object> row) {
    return DiskUsage.number(row.get("Size"));
  }

  private static Map<String, ?> cells(Map<String, @Nullable Object> row) {
    return Map.ofEntries(
        entry("TYPE", Rows.text(row.get("Type"))),
        entry("NAME", Rows.text(row.get("Name"))),
        entry("SIZE", Humane.sizeOf(row.get("Size"))),
        entry("ACTIVE", Rows.text(row.get("Active"))));
  }
}
