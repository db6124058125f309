package dev.gantry.dsl;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ports that a swarm publishes, as the Docker CLI shows them: {@code *:8080->80/tcp}. */
final class SwarmPorts {
  private SwarmPorts() {}

  /** One {@code PortConfig}. */
  static String shown(Map<String, @Nullable Object> port) {
    return "*:%s->%s/%s"
        .formatted(
            Rows.text(port.get("PublishedPort")),
            Rows.text(port.get("TargetPort")),
            Rows.text(port.get("Protocol")));
  }

  /** Those of a service that every node publishes. */
  static String ofService(@Nullable Object ports) {
    return Rows.of(ports)
        .filter(port -> "ingress".equals(port.get("PublishMode")))
        .sorted(Comparator.comparing(port -> Rows.text(port.get("Protocol"))))
        .map(SwarmPorts::shown)
        .collect(Collectors.joining(", "));
  }
}
