package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ApiVersion;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.buildCache}: what builds left to be used again. */
public final class BuildCache {
  private static final List<String> COLUMNS =
      List.of("CACHE ID", "TYPE", "SIZE", "IN USE", "SHARED", "DESCRIPTION");

  /** From here on the daemon measures one kind of thing alone (moby v28.5.2, docs/api). */
  private static final ApiVersion BY_TYPE = ApiVersion.parse("1.42");

  private final Docker docker;

  BuildCache(Docker docker) {
    this.docker = docker;
  }

  /**
   * Its records, as the daemon sends them: {@code ID Type Description InUse Shared Size CreatedAt
   * LastUsedAt UsageCount} (bytes). {@code GET /system/df} (SystemDataUsage); slow below API 1.42.
   */
  public List<Map<String, Object>> list() {
    boolean byType = !docker.engine().version().isBefore(BY_TYPE);
    Object usage =
        docker
            .engine()
            .call("SystemDataUsage", byType ? Map.of("type", List.of("build-cache")) : Map.of());
    return new Listing(DiskUsage.items(usage, "BuildCache"), COLUMNS, BuildCache::cells);
  }

  private static Map<String, ?> cells(Map<String, @Nullable Object> row) {
    return Map.ofEntries(
        entry("CACHE ID", Humane.shortId(Rows.text(row.get("ID")))),
        entry("TYPE", Rows.text(row.get("Type"))),
        entry("SIZE", Humane.sizeOf(row.get("Size"))),
        entry("IN USE", Rows.text(row.get("InUse"))),
        entry("SHARED", Rows.text(row.get("Shared"))),
        entry("DESCRIPTION", Rows.text(row.get("Description"))));
  }

  /** Removes what no build uses and no image needs; see {@link #prune(Map)}. */
  public @Nullable Object prune() {
    return prune(Map.of());
  }

  /**
   * Removes records that no build uses. {@code POST /build/prune} (BuildPrune). Options: {@code
   * all} (also what images need), {@code keepStorage} (a size; until API 1.51), {@code
   * reservedSpace}, {@code maxUsedSpace}, {@code minFreeSpace} (sizes, from 1.48), {@code filters}
   * ({@code until}, {@code id}, {@code type}, {@code inuse} …); {@code yes}, without which it asks
   * at a terminal.
   *
   * @return {@code CachesDeleted} (ids, or null) and {@code SpaceReclaimed} (bytes)
   */
  public @Nullable Object prune(Map<String, ?> options) {
    VerbOptions given = docker.options("build prune", options);
    Consent.ifAsked(
        docker, given, "buildCache.prune", "It removes build cache that no build uses.");
    return Pruned.of(docker.engine().call("BuildPrune", given.query()));
  }

  /** Prunes it, with options that the closure assigns. */
  public @Nullable Object prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }

  @Override
  public String toString() {
    return "build cache of " + docker;
  }
}
