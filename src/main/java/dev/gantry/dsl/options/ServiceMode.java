package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options that make {@code Mode} of a service together: {@code mode}, {@code replicas}, {@code
 * maxConcurrent}.
 *
 * <p>Source: docker/cli v28.2.2, ToServiceMode() in cli/command/service/opts.go.
 */
record ServiceMode(String verb, Map<String, Object> options) {
  private static final Map<String, String> FIELDS =
      Map.of(
          "replicated", "Replicated",
          "global", "Global",
          "replicated-job", "ReplicatedJob",
          "global-job", "GlobalJob");

  /** One of the four modes. */
  static String read(Object given, Asked asked) {
    String mode = Texts.one(given, asked);
    String field = FIELDS.get(mode);
    if (field == null) {
      throw asked.bad(
          "'" + mode + "' is not one of replicated, global, replicated-job, global-job");
    }
    if (field.endsWith("Job")) {
      asked.needs("mode '" + mode + "'", "1.41");
    }
    return field;
  }

  /** That of a new service. */
  Map<String, @Nullable Object> created() {
    String field = String.valueOf(options.getOrDefault("mode", "Replicated"));
    Object replicas = options.get("replicas");
    Object concurrent = options.get("maxConcurrent");
    boolean job = field.equals("ReplicatedJob");
    refuse("replicas", replicas != null && field.startsWith("Global"));
    refuse("replicasMaxPerNode", field.startsWith("Global"));
    refuse("maxConcurrent", concurrent != null && !job);
    Map<String, @Nullable Object> mode = new LinkedHashMap<>();
    if (replicas != null) {
      mode.put(job ? "TotalCompletions" : "Replicas", replicas);
    }
    Object atOnce = concurrent == null ? replicas : concurrent;
    if (job && atOnce != null) {
      mode.put("MaxConcurrent", atOnce);
    }
    return Trees.at(field, mode);
  }

  /** That of a service which has one: it stays, with as many tasks as are asked for. */
  @Nullable Object changed(@Nullable Object mode) {
    Object replicas = options.get("replicas");
    if (replicas == null || !(mode instanceof Map<?, ?> now)) {
      return mode;
    }
    if (now.containsKey("ReplicatedJob")) {
      Map<String, @Nullable Object> changed = Trees.copy(now);
      Trees.override(changed, Trees.at("ReplicatedJob.TotalCompletions", replicas));
      return changed;
    }
    refuse("replicas", !now.containsKey("Replicated"));
    return Trees.at("Replicated", Map.of("Replicas", replicas));
  }

  private void refuse(String option, boolean excluded) {
    if (excluded && options.containsKey(option)) {
      List<String> modes =
          option.equals("maxConcurrent")
              ? List.of("replicated-job")
              : List.of("replicated", "replicated-job");
      throw new UsageException(
          "option '%s' of %s goes with mode %s only"
              .formatted(option, verb, String.join(" or ", modes)));
    }
  }
}
