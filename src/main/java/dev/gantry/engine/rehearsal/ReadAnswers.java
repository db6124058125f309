package dev.gantry.engine.rehearsal;

import dev.gantry.engine.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an engine would say of something that an earlier call would have made. */
final class ReadAnswers {
  private ReadAnswers() {}

  /** The answer; null when nobody can know it, as what a program would have printed. */
  static @Nullable Object of(Operation operation, StandIn one, @Nullable String state) {
    return switch (operation.id()) {
      case "ContainerInspect" -> container(one, Objects.requireNonNullElse(state, "created"));
      case "ContainerTop" -> Map.of("Titles", List.of("PID", "CMD"), "Processes", List.of());
      case "ContainerChanges" -> List.of();
      case "ContainerWait" -> Map.of("StatusCode", 0);
      case "ExecInspect" -> exec(one);
      case "ImageInspect" -> image(one);
      case "NetworkInspect" -> network(one);
      case "VolumeInspect" -> volume(one);
      case "ServiceInspect", "SecretInspect", "ConfigInspect" -> ofSwarm(one);
      default -> null;
    };
  }

  /** State of a container as {@code inspect} has it. */
  static Map<String, @Nullable Object> state(String state) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("Status", state);
    map.put("Running", state.equals("running") || state.equals("paused"));
    map.put("Paused", state.equals("paused"));
    map.put("Restarting", false);
    map.put("ExitCode", 0);
    return map;
  }

  private static Map<String, @Nullable Object> container(StandIn one, String state) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>(one.body());
    Object host = config.remove("HostConfig");
    config.remove("NetworkingConfig");
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("Id", one.id());
    map.put("Name", "/" + one.name());
    map.put("Created", Instant.now().toString());
    map.put("State", state(state));
    map.put("Image", config.get("Image"));
    map.put("Config", config);
    map.put("HostConfig", host == null ? Map.of() : host);
    map.put("Mounts", List.of());
    map.put("NetworkSettings", Map.of("Ports", Map.of(), "Networks", Map.of()));
    return map;
  }

  private static Map<String, @Nullable Object> exec(StandIn one) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("ID", one.id());
    map.put("Running", false);
    map.put("ExitCode", 0);
    return map;
  }

  private static Map<String, @Nullable Object> image(StandIn one) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("Id", "sha256:" + one.id());
    map.put("RepoTags", List.of(one.name()));
    map.put("RepoDigests", List.of());
    map.put("Created", Instant.now().toString());
    map.put("Size", 0);
    map.put("Config", Map.of());
    return map;
  }

  private static Map<String, @Nullable Object> network(StandIn one) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("Driver", "bridge");
    map.putAll(one.body());
    map.put("Id", one.id());
    map.put("Containers", Map.of());
    return map;
  }

  private static Map<String, @Nullable Object> volume(StandIn one) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("Driver", "local");
    map.put("Mountpoint", "");
    map.put("Scope", "local");
    map.putAll(one.body());
    map.put("Name", one.name());
    return map;
  }

  private static Map<String, @Nullable Object> ofSwarm(StandIn one) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("ID", one.id());
    map.put("Version", Map.of("Index", 1));
    map.put("CreatedAt", Instant.now().toString());
    map.put("UpdatedAt", Instant.now().toString());
    map.put("Spec", one.body());
    return map;
  }
}
