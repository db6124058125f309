package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.ApiVersion;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits until a service is as it shall be: asks for it and its tasks twice a second. */
final class ServiceWaiting {
  private static final long PAUSE = 500;
  private static final Set<String> UNDER_WAY = Set.of("updating", "rollback_started");
  private static final Set<String> PAUSED = Set.of("paused", "rollback_paused");

  /** What tells a task of the present specification from one before it. */
  private static final List<String> OF_THE_TASK =
      List.of("ContainerSpec", "Resources", "ForceUpdate");

  private final Docker docker;
  private final Service service;

  ServiceWaiting(Docker docker, Service service) {
    this.docker = docker;
    this.service = service;
  }

  void state(Map<String, ?> options, String wanted) {
    if (!wanted.equals("converged")) {
      throw new UsageException(
          "unknown state '%s' for waitFor of a service; there is: converged".formatted(wanted));
    }
    if (docker.engine().version().isBefore(ApiVersion.parse("1.41"))) {
      throw new UsageException("waitFor of a service needs API 1.41");
    }
    Duration limit = Waiting.deadline(docker, options);
    long start = System.nanoTime();
    while (!hasConverged()) {
      if (limit != null && System.nanoTime() - start > limit.toNanos()) {
        throw new WaitException(
            "%s did not converge within %s s: %s"
                .formatted(service.label(), limit.toSeconds(), now()));
      }
      Waiting.pause(PAUSE);
    }
    service.changed();
  }

  private boolean hasConverged() {
    Map<String, @Nullable Object> row = row();
    Object update = row.get("UpdateStatus");
    String state = Rows.text(Rows.in(update, "State"));
    if (PAUSED.contains(state)) {
      throw new WaitException(
          "the update of %s was paused: %s"
              .formatted(service.label(), Rows.text(Rows.in(update, "Message"))));
    }
    ServiceCount count = ServiceCount.of(row);
    return count != null && !UNDER_WAY.contains(state) && isComplete(row, count);
  }

  private boolean isComplete(Map<String, @Nullable Object> row, ServiceCount count) {
    Object spec = row.get("Spec");
    String mode = ServiceCount.mode(Rows.in(spec, "Mode"));
    Object wanted = service.getReplicas();
    return switch (mode) {
      case "replicated-job" -> count.completed() >= number(wanted);
      case "global-job" -> count.desired() == 0 && count.completed() > 0;
      case "global" -> count.desired() > 0 && running(spec) == count.desired();
      default -> running(spec) == count.desired() && count.desired() == number(wanted);
    };
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 1;
  }

  /** Tasks that run as they shall; none when others are there that shall run, too. */
  private long running(@Nullable Object spec) {
    Map<String, ?> filters =
        Map.of("service", List.of(service.getId()), "desired-state", List.of("running"));
    Object rows = docker.ask("TaskList", Map.of("filters", filters));
    List<Map<String, @Nullable Object>> tasks = Rows.of(rows).toList();
    boolean whole =
        tasks.stream()
            .allMatch(
                task ->
                    "running".equals(Rows.in(task.get("Status"), "State"))
                        && isPresent(task, Rows.in(spec, "TaskTemplate")));
    return whole ? tasks.size() : -1;
  }

  private static boolean isPresent(Map<String, @Nullable Object> task, @Nullable Object template) {
    Object made = task.get("Spec");
    return OF_THE_TASK.stream()
        .allMatch(part -> Objects.equals(Rows.in(made, part), Rows.in(template, part)));
  }

  /** The row of the service in a listing, which counts its tasks; a found one has no count. */
  private Map<String, @Nullable Object> row() {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    query.put("status", true);
    query.put("filters", Map.of("id", List.of(service.getId())));
    return Rows.of(docker.ask("ServiceList", query))
        .findFirst()
        .map(
            row -> {
              service.inspectedAs(row);
              return row;
            })
        .orElseGet(service::inspect);
  }

  private String now() {
    ServiceCount count = ServiceCount.of(row());
    String some = count == null ? "" : count.running() + " of " + count.desired() + " tasks run";
    return service.tasks().stream()
        .filter(task -> !task.getError().isEmpty())
        .max(Comparator.comparing(task -> Rows.text(Rows.in(task.value("Status"), "Timestamp"))))
        .map(task -> some + "; " + task.getName() + ": " + task.getError())
        .orElse(some);
  }
}
