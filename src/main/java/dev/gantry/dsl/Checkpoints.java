package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code container.checkpoints}: the processes of a container, saved with their memory to go on
 * from by {@link Container#start(Map)}. Only experimental engines have them, and only where CRIU is
 * installed.
 *
 * <p>Source: moby v28.5.2, daemon/server/router/checkpoint.
 */
public final class Checkpoints {
  private final Docker docker;
  private final Container container;

  Checkpoints(Docker docker, Container container) {
    this.docker = docker;
    this.container = container;
  }

  public List<Map<String, Object>> list() {
    return list(Map.of());
  }

  /** Lists them: the {@code Name} of each. CheckpointList. Option: {@code dir}. */
  public List<Map<String, Object>> list(Map<String, ?> options) {
    return Rows.list(
        Rows.of(call("CheckpointList", docker.options("checkpoints", options).query())));
  }

  /** Lists them, with options that the closure assigns. */
  public List<Map<String, Object>> list(Closure<?> options) {
    return list(ClosureOptions.of(options));
  }

  public void create(String name) {
    create(Map.of(), name);
  }

  /**
   * Saves the processes of the container, which runs on. CheckpointCreate. Options: {@code exit}
   * (stop it afterwards), {@code dir} (a folder of the engine's host; the container's own unless
   * given).
   *
   * @throws dev.gantry.engine.ServerException the engine has no CRIU, or it failed
   */
  public void create(Map<String, ?> options, String name) {
    Map<String, @Nullable Object> body =
        new LinkedHashMap<>(docker.options("checkpoint create", options).body());
    body.put("CheckpointID", name);
    call("CheckpointCreate", Map.of("body", body));
  }

  /** Saves the processes, with options that the closure assigns. */
  public void create(String name, Closure<?> options) {
    create(ClosureOptions.of(options), name);
  }

  public void remove(String name) {
    remove(Map.of(), name);
  }

  /** Removes one. CheckpointDelete. Option: {@code dir}. */
  public void remove(Map<String, ?> options, String name) {
    Map<String, @Nullable Object> query =
        new LinkedHashMap<>(docker.options("checkpoint rm", options).query());
    query.put("checkpoint", name);
    call("CheckpointDelete", query);
  }

  /** Removes one, with options that the closure assigns. */
  public void remove(String name, Closure<?> options) {
    remove(ClosureOptions.of(options), name);
  }

  private @Nullable Object call(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    return container.call(operation, parameters);
  }

  @Override
  public String toString() {
    return "checkpoints of " + container;
  }
}
