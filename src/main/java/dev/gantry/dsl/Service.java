package dev.gantry.dsl;

import dev.gantry.dsl.options.ServiceOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service: as many like tasks as are wanted, kept running by the swarm. Sources: Engine API
 * 1.51, {@code /services}.
 */
public final class Service extends SwarmProgram {
  static final Kind KIND = new Kind("ServiceInspect", "id", "Service", Set.of());

  Service(Docker docker, Map<String, @Nullable Object> attrs) {
    super(docker, KIND, attrs);
  }

  /** The image of its tasks, without the digest that was found out for its tag. */
  public String getImage() {
    return ImageName.shown(Rows.text(spec("TaskTemplate", "ContainerSpec", "Image")));
  }

  /** {@code replicated}, {@code global}, {@code replicated-job} or {@code global-job}. */
  public String getMode() {
    return ServiceCount.mode(spec("Mode"));
  }

  /** How many tasks are wanted; null for a global one, where the nodes decide. */
  public @Nullable Object getReplicas() {
    Object mode = spec("Mode");
    Object replicas = Rows.in(Rows.in(mode, "Replicated"), "Replicas");
    return replicas == null
        ? Rows.in(Rows.in(mode, "ReplicatedJob"), "TotalCompletions")
        : replicas;
  }

  /** The ports it publishes: the daemon's own maps. */
  public List<?> getPorts() {
    Object ports = Rows.in(value("Endpoint"), "Ports");
    return ports instanceof List<?> list ? list : List.of();
  }

  /**
   * How its last update goes: {@code updating paused completed rollback_started rollback_paused
   * rollback_completed}; empty when there was none.
   */
  public String getUpdateState() {
    return Rows.text(Rows.in(value("UpdateStatus"), "State"));
  }

  /**
   * Changes what is named, and nothing else. ServiceUpdate.
   *
   * <p>Options are those of {@link Services#create(Map, Object...)} but {@code name}, {@code mode}
   * and {@code maxConcurrent}, and {@code image}, {@code args}, {@code force} (new tasks even if
   * nothing has changed). A list or a map takes the place of the whole that was there: to add to
   * it, give what there was too, as in {@code labels: s.labels + [a: '1']}. {@code body:} is merged
   * over the specification. Returns at once; with {@code detach: false} when the service has
   * converged. Somebody else's change at the same time is not lost: it is read, and this one made
   * on top of it.
   */
  public Service update(Map<String, ?> options) {
    ServiceOptions asked =
        ServiceOptions.parse("service update", Options.named(options), docker().surroundings());
    ServiceSpec spec = new ServiceSpec(docker(), asked);
    Object image = asked.client().get("image");
    String resolved = image == null ? null : spec.image(image.toString());
    Object answer =
        change(
            "ServiceUpdate",
            spec.authorization(() -> image == null ? getImage() : image.toString()),
            before -> {
              asked.change(before);
              spec.finish(before, resolved);
            });
    return spec.sent(this, answer);
  }

  /** Changes it, with options that the closure assigns. */
  public Service update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  /** Wants another number of tasks. ServiceUpdate. */
  public Service scale(int replicas) {
    return update(Map.of("replicas", replicas));
  }

  /** Goes back to the specification before the last update. ServiceUpdate. */
  public Service rollback() {
    change("ServiceUpdate", Map.of("rollback", "previous"), before -> {});
    return this;
  }

  @Override
  SwarmLogs swarmLogs() {
    boolean terminal = Boolean.TRUE.equals(spec("TaskTemplate", "ContainerSpec", "TTY"));
    return new SwarmLogs(docker(), "ServiceLogs", getId(), terminal);
  }

  /** Its tasks; see {@link #tasks(Map)}. */
  public ResourceList<Task> ps() {
    return tasks(Map.of());
  }

  /** Its tasks, those that are over too. */
  public ResourceList<Task> tasks() {
    return tasks(Map.of());
  }

  /** Its tasks; options as for {@link Tasks#list(Map)}: {@code ['desired-state': 'running']}. */
  public ResourceList<Task> tasks(Map<String, ?> options) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(Options.named(options));
    Map<Object, @Nullable Object> filters = new LinkedHashMap<>();
    filters.putAll(Rows.map(all.get("filters")));
    filters.put("service", getId());
    all.put("filters", filters);
    return docker().getTasks().list(all);
  }

  public Service waitFor(String state) {
    return waitFor(Map.of(), state);
  }

  /**
   * Waits until it has {@code converged}: all tasks that are wanted run by its present
   * specification and no update is under way, or a job is done. Option: {@code timeout} (seconds or
   * a duration; without one, for ever).
   *
   * @throws WaitException the time is over, or its update was paused after failures
   */
  public Service waitFor(Map<String, ?> options, String state) {
    new ServiceWaiting(docker(), this).state(options, state);
    return this;
  }

  /** Removes it; its tasks end in a moment. ServiceDelete. */
  public void remove() {
    call("ServiceDelete", Map.of());
    changed();
  }

  @Override
  List<String> setBy(String option) {
    return ServiceOptions.table("service create").fields(option).stream()
        .map("Spec."::concat)
        .toList();
  }

  @Override
  String noun() {
    return "service";
  }
}
