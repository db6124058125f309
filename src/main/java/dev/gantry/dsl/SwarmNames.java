package dev.gantry.dsl;

import dev.gantry.engine.NotFoundException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the ids in tasks stand for. Services and nodes are asked for once, when the first name is
 * wanted; what is gone since is called by its id.
 */
final class SwarmNames {
  private final Docker docker;
  private final Map<String, String> tasks = new HashMap<>();
  private @Nullable Map<String, String> services;
  private @Nullable Map<String, String> nodes;

  SwarmNames(Docker docker) {
    this.docker = docker;
  }

  String service(String id) {
    if (services == null) {
      services = read("ServiceList", row -> Rows.in(row.get("Spec"), "Name"));
    }
    return services.getOrDefault(id, id);
  }

  String node(String id) {
    if (nodes == null) {
      nodes = read("NodeList", row -> Rows.in(row.get("Description"), "Hostname"));
    }
    return nodes.getOrDefault(id, id);
  }

  private Map<String, String> read(
      String operation, Function<Map<String, @Nullable Object>, @Nullable Object> name) {
    return Rows.of(docker.ask(operation, Map.of()))
        .collect(
            Collectors.toMap(row -> Rows.text(row.get("ID")), row -> Rows.text(name.apply(row))));
  }

  /** {@code web.1}; for a task of a global service {@code web.} and the id of its node. */
  String task(Map<String, @Nullable Object> task) {
    String which = Rows.text(task.get("Slot"));
    return service(Rows.text(task.get("ServiceID")))
        + "."
        + (which.isEmpty() || which.equals("0") ? Rows.text(task.get("NodeID")) : which);
  }

  /** A task by its id as {@code docker service logs} names it: {@code web.1.q2b3…@node}. */
  String task(String id) {
    return tasks.computeIfAbsent(id, this::asked);
  }

  private String asked(String id) {
    try {
      Map<String, @Nullable Object> task = Task.KIND.inspect(docker, id);
      String node = node(Rows.text(task.get("NodeID")));
      return task(task) + "." + Humane.shortId(id) + "@" + node;
    } catch (NotFoundException e) {
      return Humane.shortId(id);
    }
  }
}
