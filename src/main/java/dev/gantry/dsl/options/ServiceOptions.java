package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of {@code service create} and {@code service update}, checked and read. */
public final class ServiceOptions {
  private static final OptionTable ALL = OptionTable.named("services");
  private static final OptionTable CREATE = ALL.without(Set.of("image", "force"));
  private static final OptionTable UPDATE = ALL.without(Set.of("name", "mode", "maxConcurrent"));

  private static final Map<String, Object> STEPS =
      Map.of(
          "Parallelism",
          1,
          "Monitor",
          5_000_000_000L,
          "FailureAction",
          "pause",
          "Order",
          "stop-first");

  /**
   * What a part of the specification is filled with, where an option of it was given: else zero
   * would be sent, which means something (swarmkit v2.0.0, api/defaults/service.go).
   */
  private static final Map<String, Map<String, Object>> DEFAULTS =
      Map.of(
          "UpdateConfig",
          STEPS,
          "RollbackConfig",
          STEPS,
          "TaskTemplate.RestartPolicy",
          Map.of("Condition", "any", "Delay", 5_000_000_000L));

  private final String verb;
  private final OptionTable table;
  private final Map<String, Object> options;

  private ServiceOptions(String verb, OptionTable table, Map<String, Object> options) {
    this.verb = verb;
    this.table = table;
    this.options = options;
  }

  /** The options that {@code service create} has, or {@code service update}. */
  public static OptionTable table(String verb) {
    return verb.equals("service create") ? CREATE : UPDATE;
  }

  /**
   * Checks named arguments and reads their values. Files that options name are read here.
   *
   * @param verb {@code service create} or {@code service update}
   * @throws UsageException an unknown option, one that the API version lacks, a value of the wrong
   *     type or form, or two options that exclude each other
   */
  public static ServiceOptions parse(
      String verb, Map<String, ? extends @Nullable Object> options, Surroundings where) {
    OptionTable table = table(verb);
    ServiceOptions parsed = new ServiceOptions(verb, table, table.check(verb, options, where));
    parsed.checkConflicts();
    return parsed;
  }

  /** What is not sent, by its documented name. */
  public Map<String, Object> client() {
    return table.place(options).client();
  }

  /**
   * The specification of a new service.
   *
   * @param image reference of the image
   * @param words what follows the image's entry point; none leaves it to the image
   */
  public Map<String, @Nullable Object> create(String image, List<String> words) {
    Map<String, @Nullable Object> spec =
        Trees.at("TaskTemplate.ContainerSpec", Map.of("Image", image));
    if (!words.isEmpty()) {
      refuseBoth("args", "words after the image", options.containsKey("args"));
      Trees.add(spec, Trees.at("TaskTemplate.ContainerSpec.Args", List.copyOf(words)));
    }
    spec.put("Mode", new ServiceMode(verb, options).created());
    replaceIn(spec);
    return spec;
  }

  /**
   * Changes a specification: what is named takes the place of what was there, whole lists and maps
   * too; all else stays.
   */
  public void change(Map<String, @Nullable Object> spec) {
    spec.put("Mode", new ServiceMode(verb, options).changed(spec.get("Mode")));
    if (Streams.isSet(options, "force")) {
      Object count = Trees.value(spec, "TaskTemplate.ForceUpdate");
      long next = count instanceof Number number ? number.longValue() + 1 : 1;
      Trees.override(spec, Trees.at("TaskTemplate.ForceUpdate", next));
    }
    replaceIn(spec);
  }

  private void replaceIn(Map<String, @Nullable Object> spec) {
    OptionTable.Placed placed = table.place(options);
    table.fields(options).forEach(field -> Trees.remove(spec, field));
    Trees.override(spec, placed.body());
    if (Streams.isSet(options, "noHealthcheck")) {
      Trees.remove(spec, "TaskTemplate.ContainerSpec.Healthcheck");
      Trees.override(
          spec, Trees.at("TaskTemplate.ContainerSpec.Healthcheck.Test", List.of("NONE")));
    }
    if (options.get("body") instanceof Map<?, ?> rest) {
      Trees.override(spec, rest);
    }
    fill(spec, placed.body());
  }

  private static void fill(Map<String, @Nullable Object> spec, Map<?, ?> asked) {
    DEFAULTS.forEach(
        (part, values) -> {
          if (Trees.has(asked, part)) {
            Trees.fill(spec, part, values);
          }
        });
  }

  private void checkConflicts() {
    boolean checks = options.keySet().stream().anyMatch(name -> name.startsWith("health"));
    refuseBoth("noHealthcheck", "'health…'", checks && Streams.isSet(options, "noHealthcheck"));
    boolean job = String.valueOf(options.get("mode")).endsWith("Job");
    options.keySet().stream()
        .filter(name -> job && name.matches("(update|rollback)[A-Z].*"))
        .forEach(name -> refuseBoth(name, "the modes of jobs", true));
    if (verb.equals("service create")
        && options.containsKey("logOpts")
        && !options.containsKey("logDriver")) {
      throw new UsageException("option 'logOpts' of " + verb + " wants 'logDriver' beside it");
    }
  }

  private void refuseBoth(String option, String other, boolean both) {
    if (both) {
      throw new UsageException("option '%s' of %s excludes %s".formatted(option, verb, other));
    }
  }
}
