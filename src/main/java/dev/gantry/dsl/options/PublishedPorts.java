package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ports that a service publishes: {@code [published:]target[/protocol]} with ranges, {@code
 * published=8080,target=80,protocol=udp,mode=host}, or maps with these keys.
 *
 * <p>Source: docker/cli v28.2.2, opts/port.go.
 */
final class PublishedPorts {
  private static final Set<String> MODES = Set.of("ingress", "host");

  private PublishedPorts() {}

  static Object read(Object given, Asked asked) {
    List<Map<String, Object>> ports = new ArrayList<>();
    List<?> several = given instanceof Map<?, ?> ? List.of(given) : Texts.elements(given);
    for (Object each : several) {
      if (each instanceof Map<?, ?> map && map.containsKey("target")) {
        ports.add(longForm(map, asked));
      } else if (each instanceof CharSequence text && text.toString().indexOf('=') > 0) {
        ports.add(longForm(Pairs.keyed(Csv.fields(text.toString(), asked), asked), asked));
      } else if (each == null) {
        throw asked.wants(null);
      } else {
        Ports.bindings(each, asked).forEach(binding -> ports.addAll(shortForm(binding, asked)));
      }
    }
    return ports;
  }

  private static List<Map<String, Object>> shortForm(Ports.Binding binding, Asked asked) {
    if (!String.valueOf(binding.host().get("HostIp")).isEmpty()) {
      throw asked.bad("a swarm publishes on all addresses: leave the address out");
    }
    String[] container = binding.container().split("/", 2);
    String host = String.valueOf(binding.host().get("HostPort"));
    PortRange published = host.isEmpty() ? new PortRange(0, 0) : PortRange.parse(host, asked);
    List<Map<String, Object>> ports = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      ports.add(port(Integer.parseInt(container[0]), published.nth(i), container[1], "ingress"));
    }
    return ports;
  }

  private static Map<String, Object> longForm(Map<?, ?> fields, Asked asked) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("published", "0");
    given.put("target", "");
    given.put("protocol", "tcp");
    given.put("mode", "ingress");
    fields.forEach(
        (key, value) -> {
          if (given.replace(String.valueOf(key), Texts.one(value, asked)) == null) {
            throw asked.bad("a port has no '" + key + "'");
          }
        });
    String mode = String.valueOf(given.get("mode"));
    if (!MODES.contains(mode)) {
      throw asked.bad("the mode '" + mode + "' of a port is not one of ingress, host");
    }
    return port(
        number(given.get("target"), asked),
        number(given.get("published"), asked),
        Ports.known(String.valueOf(given.get("protocol")), asked),
        mode);
  }

  private static int number(Object text, Asked asked) {
    PortRange port = PortRange.parse(String.valueOf(text), asked);
    if (port.size() > 1) {
      throw asked.bad("ranges of ports are written as '8080-8081:80-81'");
    }
    return port.first();
  }

  private static Map<String, Object> port(int target, int published, String protocol, String mode) {
    Map<String, Object> port = new LinkedHashMap<>();
    port.put("Protocol", protocol);
    port.put("TargetPort", target);
    port.put("PublishedPort", published);
    port.put("PublishMode", mode);
    return port;
  }
}
