package dev.gantry.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Published ports, in the two shapes in which the daemon tells them: a list in rows, a map in the
 * full JSON.
 */
final class Ports {
  private Ports() {}

  /**
   * From a row's {@code Ports}: {@code ['80/tcp': ['0.0.0.0:8080']]}; an exposed port has no
   * addresses.
   */
  static Map<String, List<String>> ofRow(@Nullable Object ports) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    Rows.of(ports)
        .forEach(
            port -> {
              List<String> addresses =
                  map.computeIfAbsent(
                      port.get("PrivatePort") + "/" + port.get("Type"), any -> new ArrayList<>());
              if (port.get("PublicPort") != null) {
                addresses.add(address(port.get("IP"), port.get("PublicPort")));
              }
            });
    return map;
  }

  /** From the full JSON's {@code NetworkSettings.Ports}; the same shape. */
  static Map<String, List<String>> ofSettings(@Nullable Object ports) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    Rows.map(ports)
        .forEach(
            (port, bindings) ->
                map.put(
                    port,
                    Rows.of(bindings)
                        .map(binding -> address(binding.get("HostIp"), binding.get("HostPort")))
                        .toList()));
    return map;
  }

  /** As {@code docker ps} shows them, without its joining of ranges. */
  static List<String> shown(@Nullable Object rowPorts) {
    TreeSet<String> shown = new TreeSet<>();
    ofRow(rowPorts)
        .forEach(
            (port, addresses) -> {
              addresses.forEach(address -> shown.add(address + "->" + port));
              if (addresses.isEmpty()) {
                shown.add(port);
              }
            });
    return List.copyOf(shown);
  }

  private static String address(@Nullable Object ip, @Nullable Object port) {
    String host = Rows.text(ip);
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
