package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ports to publish and to expose: {@code [[ip:]host:]container[/protocol]} with ranges, or the
 * CLI's {@code published=8080,target=80,protocol=udp}, or a map of container port to host port.
 *
 * <p>Source: nat.ParsePortSpec of docker/go-connections v0.5.0, and parse() and
 * convertToStandardNotation() in docker/cli v28.2.2, cli/command/container/opts.go.
 */
final class Ports {
  private Ports() {}

  /** Fills {@code ExposedPorts} and {@code HostConfig.PortBindings}. */
  static Object publish(Object given, Asked asked) {
    Map<String, @Nullable Object> exposed = new LinkedHashMap<>();
    Map<String, List<Object>> bindings = new LinkedHashMap<>();
    for (Binding binding : bindings(given, asked)) {
      exposed.put(binding.container, Map.of());
      bindings.computeIfAbsent(binding.container, port -> new ArrayList<>()).add(binding.host);
    }
    Map<String, @Nullable Object> body = Trees.at("HostConfig.PortBindings", bindings);
    body.put("ExposedPorts", exposed);
    return body;
  }

  /** The ports of {@code ExposedPorts}. */
  static Object expose(List<String> texts, Asked asked) {
    Map<String, Object> exposed = new LinkedHashMap<>();
    for (String text : texts) {
      if (text.indexOf(':') >= 0) {
        throw asked.bad("'" + text + "' names a host port; only 'ports' publishes");
      }
      PortRange range = PortRange.parse(portOf(text), asked);
      for (int i = 0; i < range.size(); i++) {
        exposed.put(range.nth(i) + "/" + protocolOf(text), Map.of());
      }
    }
    return exposed;
  }

  /** A container's port with its protocol, and the {@code HostIp} and {@code HostPort} for it. */
  record Binding(String container, Map<String, Object> host) {}

  /** All that is asked for, ranges taken apart. */
  static List<Binding> bindings(Object given, Asked asked) {
    return texts(given, asked).stream()
        .flatMap(text -> parsed(standard(text, asked), asked).stream())
        .toList();
  }

  /** A map is container port → host port, as in the engine's own PortBindings. */
  private static List<String> texts(Object given, Asked asked) {
    if (!(given instanceof Map<?, ?> map)) {
      return Texts.list(given, asked);
    }
    List<String> texts = new ArrayList<>();
    map.forEach(
        (container, host) -> {
          String port = Texts.one(container, asked);
          for (Object each : host == null ? List.of("") : Texts.elements(host)) {
            String before = Texts.one(each, asked);
            texts.add(before.isEmpty() ? port : before + ":" + port);
          }
        });
    return texts;
  }

  private static String standard(String text, Asked asked) {
    if (text.indexOf('=') < 0) {
      return text;
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals <= 0) {
        throw asked.bad("'" + part + "' is not of the form name=value");
      }
      parts.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return parts.getOrDefault("published", "")
        + ":"
        + parts.getOrDefault("target", "")
        + "/"
        + parts.getOrDefault("protocol", "tcp");
  }

  private static List<Binding> parsed(String text, Asked asked) {
    int beforeContainer = text.lastIndexOf(':');
    String container = text.substring(beforeContainer + 1);
    String host = beforeContainer < 0 ? "" : text.substring(0, beforeContainer);
    int beforeHost = host.lastIndexOf(':');
    String address = beforeHost < 0 ? "" : address(host.substring(0, beforeHost), asked);
    String hostPorts = host.substring(beforeHost + 1);
    PortRange inside = PortRange.parse(portOf(container), asked);
    PortRange outside = hostPorts.isEmpty() ? null : PortRange.parse(hostPorts, asked);
    if (outside != null && inside.size() > 1 && inside.size() != outside.size()) {
      throw asked.bad("'" + text + "' has ranges of different lengths");
    }
    List<Binding> bindings = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      Map<String, Object> on = new LinkedHashMap<>();
      on.put("HostIp", address);
      on.put("HostPort", hostPort(outside, inside, i));
      bindings.add(new Binding(inside.nth(i) + "/" + known(protocolOf(container), asked), on));
    }
    return bindings;
  }

  /** A range for a single container port is a choice that the engine makes. */
  private static String hostPort(@Nullable PortRange outside, PortRange inside, int index) {
    if (outside == null) {
      return "";
    }
    return inside.size() == 1 && outside.size() > 1
        ? outside.first() + "-" + outside.last()
        : String.valueOf(outside.nth(index));
  }

  private static String address(String text, Asked asked) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String address = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!address.isEmpty() && IpAddress.canonical(address).isEmpty()) {
      throw asked.bad("'" + address + "' is not an IP address");
    }
    return address;
  }

  private static String portOf(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private static String protocolOf(String text) {
    int slash = text.indexOf('/');
    String protocol = slash < 0 ? "" : text.substring(slash + 1);
    return protocol.isEmpty() ? "tcp" : protocol;
  }

  static String known(String protocol, Asked asked) {
    String lower = protocol.toLowerCase(Locale.ROOT);
    if (!List.of("tcp", "udp", "sctp").contains(lower)) {
      throw asked.bad("'" + protocol + "' is not one of tcp, udp, sctp");
    }
    return lower;
  }
}
