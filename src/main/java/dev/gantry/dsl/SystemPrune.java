package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes everything that nothing uses, kind after kind, as {@code docker system prune} does.
 *
 * <p>Source: docker/cli v28.5.2, cli/command/system/prune.go.
 */
final class SystemPrune {
  private final Docker docker;
  private final boolean all;
  private final boolean volumes;
  private final VerbOptions given;
  private final Map<String, Object> filters = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> sum = new LinkedHashMap<>();
  private long reclaimed;

  SystemPrune(Docker docker, Map<String, ?> options) {
    this.docker = docker;
    this.given = docker.options("system prune", options);
    this.all = given.is("all");
    this.volumes = given.is("volumes");
    if (given.client().get("filters") instanceof Map<?, ?> conditions) {
      conditions.forEach((name, value) -> filters.put(String.valueOf(name), value));
    }
    if (volumes && filters.containsKey("until")) {
      throw new UsageException(
          "option 'filters' of system prune: 'until' does not go with option 'volumes'");
    }
  }

  Map<String, @Nullable Object> run() {
    ask();
    add(docker.getContainers().prune(agreed()));
    add(docker.getNetworks().prune(agreed()));
    if (volumes) {
      add(docker.getVolumes().prune(agreed()));
    }
    add(docker.getImages().prune(images()));
    Map<String, Object> cache = agreed();
    cache.put("all", all);
    add(docker.getBuildCache().prune(cache));
    sum.put(Pruned.RECLAIMED, reclaimed);
    return new Pruned(sum);
  }

  private void ask() {
    String images = all ? "images" : "images without a name";
    String kinds = "stopped containers, networks, " + images + (volumes ? ", volumes" : "");
    String loses = "It removes all " + kinds + " and build cache that nothing uses.";
    if (all || volumes) {
      Consent.to(docker, given, "system.prune", loses);
    } else {
      Consent.ifAsked(docker, given, "system.prune", loses);
    }
  }

  /** What each of the calls is given: nobody is asked a second time. */
  private Map<String, Object> agreed() {
    Map<String, Object> options = new LinkedHashMap<>(Map.of("yes", true));
    if (!filters.isEmpty()) {
      options.put("filters", filters);
    }
    return options;
  }

  /** Those without a name unless all are meant. */
  private Map<String, Object> images() {
    Map<String, Object> conditions = new LinkedHashMap<>(filters);
    conditions.put("dangling", !all);
    return Map.of("filters", conditions, "yes", true);
  }

  private void add(@Nullable Object part) {
    Rows.map(part)
        .forEach(
            (key, value) -> {
              if (!key.equals(Pruned.RECLAIMED)) {
                sum.put(key, value);
              }
            });
    reclaimed += DiskUsage.number(Rows.in(part, Pruned.RECLAIMED));
  }
}
