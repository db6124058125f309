package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of {@code run} and {@code create}, checked and read. */
public final class RunOptions {
  private static final OptionTable RUN = OptionTable.named("run");
  private static final OptionTable CREATE =
      RUN.without(Set.of("detach", "detachKeys", "sigProxy", "stdin"));
  private static final String HEALTH = "health";

  private final String verb;
  private final OptionTable table;
  private final Map<String, Object> options;
  private final Surroundings where;

  private RunOptions(
      String verb, OptionTable table, Map<String, Object> options, Surroundings where) {
    this.verb = verb;
    this.table = table;
    this.options = options;
    this.where = where;
  }

  /** The options that {@code run} has, or {@code create}, which lacks those about attaching. */
  public static OptionTable table(String verb) {
    return verb.equals("create") ? CREATE : RUN;
  }

  /**
   * Checks named arguments and reads their values. Files that options name are read here.
   *
   * @param verb {@code run} or {@code create}
   * @param options documented names or aliases, and values; null means not given
   * @throws UsageException an unknown option, one that the API version lacks, a value of the wrong
   *     type or form, or two options that exclude each other
   */
  public static RunOptions parse(
      String verb, Map<String, ? extends @Nullable Object> options, Surroundings where) {
    OptionTable table = table(verb);
    RunOptions parsed = new RunOptions(verb, table, table.check(verb, options, where), where);
    parsed.checkConflicts();
    return parsed;
  }

  /**
   * The request that creates the container.
   *
   * @param image reference of the image
   * @param command words to run; none leaves it to the image
   * @throws UsageException a command is given here and as an option, or networks contradict
   */
  public CreateRequest create(String image, List<String> command) {
    OptionTable.Placed placed = table.place(options);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Image", image);
    body.putAll(placed.body());
    if (!command.isEmpty()) {
      refuseBoth("command", "a command after the image", options.containsKey("command"));
      body.put("Cmd", List.copyOf(command));
    }
    addCombined(body);
    Map<String, Object> client = new LinkedHashMap<>(placed.client());
    if (options.get("detach") instanceof Boolean detach) {
      client.put("detach", detach);
    }
    return new CreateRequest(body, placed.query(), client);
  }

  private void addCombined(Map<String, @Nullable Object> body) {
    Trees.add(body, Streams.body(verb, options));
    Trees.add(body, Networking.body(verb, options, where));
    if (Streams.isSet(options, "noHealthcheck")) {
      Trees.add(body, Trees.at("Healthcheck.Test", List.of("NONE")));
    }
    if (options.get("body") instanceof Map<?, ?> rest) {
      Trees.override(body, rest);
    }
  }

  /** Pairs that the CLI refuses (docker/cli v28.2.2, parse() in cli/command/container/opts.go). */
  private void checkConflicts() {
    Object restart = options.get("restart");
    boolean restarts = restart instanceof Map<?, ?> policy && !isNone(policy.get("Name"));
    refuseBoth("rm", "'restart'", Streams.isSet(options, "rm") && restarts);
    boolean checks = options.keySet().stream().anyMatch(name -> name.startsWith(HEALTH));
    refuseBoth("noHealthcheck", "'health…'", checks && Streams.isSet(options, "noHealthcheck"));
    boolean logless = "none".equals(options.get("logDriver")) && options.containsKey("logOpts");
    refuseBoth("logOpts", "the log driver 'none'", logless);
    refuseBoth("stdin", "'detach'", options.containsKey("stdin") && isDetached());
    Streams.body(verb, options);
  }

  private boolean isDetached() {
    return Streams.isSet(options, "detach");
  }

  private static boolean isNone(@Nullable Object policy) {
    return "no".equals(policy) || "".equals(policy);
  }

  private void refuseBoth(String option, String other, boolean both) {
    if (both) {
      throw new UsageException("option '%s' of %s excludes %s".formatted(option, verb, other));
    }
  }
}
