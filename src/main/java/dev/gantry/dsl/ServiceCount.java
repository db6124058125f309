package dev.gantry.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks of a service there are and shall be, as a listing says (from API 1.41 on).
 *
 * @param running tasks that run
 * @param desired tasks that shall run; of a job those that are not done yet
 * @param completed tasks of a job that are done
 */
record ServiceCount(long running, long desired, long completed) {

  /** Nothing where the listing did not count. */
  static @Nullable ServiceCount of(Map<String, @Nullable Object> row) {
    Object status = row.get("ServiceStatus");
    return status == null
        ? null
        : new ServiceCount(
            number(status, "RunningTasks"),
            number(status, "DesiredTasks"),
            number(status, "CompletedTasks"));
  }

  private static long number(Object status, String key) {
    return Rows.in(status, key) instanceof Number number ? number.longValue() : 0;
  }

  /** The mode in the words of the options. */
  static String mode(@Nullable Object mode) {
    if (Rows.in(mode, "Global") != null) {
      return "global";
    }
    if (Rows.in(mode, "ReplicatedJob") != null) {
      return "replicated-job";
    }
    return Rows.in(mode, "GlobalJob") != null ? "global-job" : "replicated";
  }

  /** As the Docker CLI shows it (docker/cli v28.2.2, cli/command/service/formatter.go). */
  String shown(Service service) {
    String some = running + "/" + desired;
    if (service.getMode().endsWith("-job")) {
      Object total = service.getReplicas();
      return "%s (%d/%s completed)"
          .formatted(some, completed, total == null ? desired + completed : total);
    }
    Object most = service.spec("TaskTemplate", "Placement", "MaxReplicas");
    return most instanceof Number number && number.longValue() > 0
        ? some + " (max " + number + " per node)"
        : some;
  }
}
