package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One node of a swarm: an engine that takes part in it. Sources: Engine API 1.51, {@code /nodes}.
 */
public final class Node extends SwarmResource {
  static final Kind KIND = new Kind("NodeInspect", "id", "Node", Set.of());

  Node(Docker docker, Map<String, @Nullable Object> attrs) {
    super(docker, KIND, attrs);
  }

  /** The host's name; a node's own name, where it was given one, is {@code node.Spec.Name}. */
  @Override
  public String getName() {
    return Rows.text(Rows.in(value("Description"), "Hostname"));
  }

  /** {@code ready}, {@code down}, {@code disconnected} or {@code unknown}. */
  public String getStatus() {
    return Rows.text(Rows.in(value("Status"), "State"));
  }

  /** {@code active}, {@code pause} (nothing new) or {@code drain} (nothing at all). */
  public String getAvailability() {
    return Rows.text(spec("Availability"));
  }

  /** {@code manager} or {@code worker}, as it shall be. */
  public String getRole() {
    return Rows.text(spec("Role"));
  }

  /**
   * {@code leader}, {@code reachable}, {@code unreachable} or {@code unknown}; empty for a worker.
   */
  public String getManagerStatus() {
    Object manager = value("ManagerStatus");
    return Boolean.TRUE.equals(Rows.in(manager, "Leader"))
        ? "leader"
        : Rows.text(Rows.in(manager, "Reachability"));
  }

  /**
   * Changes what is named, and nothing else. NodeUpdate. Options: {@code availability} ({@code
   * active pause drain}), {@code role} ({@code manager worker}), {@code labels} (in the place of
   * all that it has); {@code body:} is merged over its specification.
   */
  public Node update(Map<String, ?> options) {
    change("NodeUpdate", Map.of(), docker().options("node update", options)::replaceIn);
    return this;
  }

  /** Changes it, with options that the closure assigns. */
  public Node update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  /** Makes it a manager. */
  public Node promote() {
    return update(Map.of("role", "manager"));
  }

  /** Makes it a worker. */
  public Node demote() {
    return update(Map.of("role", "worker"));
  }

  /** Takes its tasks away and gives it no more. */
  public Node drain() {
    return update(Map.of("availability", "drain"));
  }

  /** Leaves it its tasks and gives it no more. */
  public Node pause() {
    return update(Map.of("availability", "pause"));
  }

  /** Gives it tasks again. */
  public Node activate() {
    return update(Map.of("availability", "active"));
  }

  /** Its tasks. */
  public ResourceList<Task> tasks() {
    return docker().getTasks().list(Map.of("filters", Map.of("node", getId())));
  }

  public void remove() {
    remove(Map.of());
  }

  /**
   * Removes it from the swarm. NodeDelete. Option: {@code force} (one that is not down, or a
   * manager).
   */
  public void remove(Map<String, ?> options) {
    call("NodeDelete", docker().options("node rm", options).query());
    changed();
  }

  /** Removes it, with options that the closure assigns. */
  public void remove(Closure<?> options) {
    remove(ClosureOptions.of(options));
  }

  @Override
  String noun() {
    return "node";
  }
}
