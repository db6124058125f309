package dev.gantry.dsl;

import dev.gantry.engine.EngineClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Podman calls the events that Docker has names for. It sends some by Docker's name, but
 * filters by its own (podman v4.3.1, libpod/events and pkg/api/handlers/compat/events.go).
 */
final class PodmanEvents {
  private static final Map<String, List<String>> OWN =
      Map.of(
          "die", List.of("died"),
          "destroy", List.of("remove"),
          "delete", List.of("remove"),
          "exec_die", List.of("exec_died"),
          "exec_start", List.of("exec"),
          "exec_create", List.of("exec"));

  /** What Docker destroys, Podman removes; of plugins, secrets and the like both say remove. */
  private static final Set<String> DESTROYED = Set.of("container", "volume", "network");

  private PodmanEvents() {}

  /** The query of {@code events} with Podman's names too, where it is Podman that reads them. */
  static Map<String, Object> query(Map<String, Object> query, EngineClient engine) {
    if (!(query.get("filters") instanceof Map<?, ?> filters)
        || !filters.containsKey("event")
        || engine.ping().podman().isEmpty()) {
      return query;
    }
    Map<Object, Object> both = new LinkedHashMap<>(filters);
    both.put(
        "event", Rows.texts(filters.get("event")).stream().flatMap(PodmanEvents::names).toList());
    Map<String, Object> changed = new LinkedHashMap<>(query);
    changed.put("filters", both);
    return changed;
  }

  private static Stream<String> names(String event) {
    return Stream.concat(Stream.of(event), OWN.getOrDefault(event, List.of()).stream());
  }

  /** Docker's name of what happened. */
  static String action(String type, String action) {
    return switch (action) {
      case "died" -> "die";
      case "exec_died" -> "exec_die";
      case "exec" -> "exec_start";
      case "remove" -> DESTROYED.contains(type) ? "destroy" : action;
      default -> action;
    };
  }
}
