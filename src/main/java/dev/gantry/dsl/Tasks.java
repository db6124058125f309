package dev.gantry.dsl;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code docker.tasks}: lists and finds the tasks of the services. */
public final class Tasks extends SwarmResources<Task> {
  private static final List<String> COLUMNS =
      List.of("ID", "NAME", "IMAGE", "NODE", "DESIRED STATE", "CURRENT STATE", "ERROR", "PORTS");

  Tasks(Docker docker) {
    super(docker, Task.KIND, COLUMNS, Task::new);
  }

  /**
   * Lists tasks, those that are over too, with one request, and one each for the names of services
   * and nodes. {@code GET /tasks} (TaskList). Option: {@code filters} ({@code desired-state id
   * label name node service}).
   */
  @Override
  public ResourceList<Task> list(Map<String, ?> options) {
    SwarmNames names = new SwarmNames(docker);
    return listing(rows("TaskList", "tasks", options), row -> new Task(docker, row, names));
  }

  @Override
  Map<String, ?> cells(Task task, Instant now) {
    return Map.ofEntries(
        entry("ID", task.getShortId()),
        entry("NAME", task.getName()),
        entry("IMAGE", task.getImage()),
        entry("NODE", task.getNode()),
        entry("DESIRED STATE", capitalised(task.getDesiredState())),
        entry(
            "CURRENT STATE",
            Humane.ageOf(task.getSince(), now).after(capitalised(task.getState()))),
        entry("ERROR", task.getError()),
        entry("PORTS", ports(task)));
  }

  /** Those on its node alone: what the whole swarm publishes is its service's. */
  private static String ports(Task task) {
    Object status = Rows.in(task.value("Status"), "PortStatus");
    return Rows.of(Rows.in(status, "Ports"))
        .map(SwarmPorts::shown)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String capitalised(@Nullable String state) {
    return state == null || state.isEmpty()
        ? ""
        : state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
  }
}
