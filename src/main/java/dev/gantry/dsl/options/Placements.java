package dev.gantry.dsl.options;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks of a service run, and how they find others.
 *
 * <p>Source: docker/cli v28.2.2, cli/command/service/opts.go and generic_resource_opts.go.
 */
final class Placements {
  private Placements() {}

  /** {@code spread=node.labels.rack}. */
  static Object preferences(List<String> texts, Asked asked) {
    List<Object> preferences = new ArrayList<>();
    for (String text : texts) {
      if (!text.startsWith("spread=")) {
        throw asked.bad("'" + text + "' is not of the form spread=node.labels.name");
      }
      String descriptor = text.substring("spread=".length());
      preferences.add(Map.of("Spread", Map.of("SpreadDescriptor", descriptor)));
    }
    return preferences;
  }

  /** {@code GPU=2}: a number of things of a kind. */
  static Object resources(List<String> texts, Asked asked) {
    List<Object> resources = new ArrayList<>();
    Pairs.keyed(texts, asked)
        .forEach(
            (kind, number) ->
                resources.add(
                    Map.of(
                        "DiscreteResourceSpec",
                        Map.of("Kind", kind, "Value", Scalars.number(number, asked)))));
    return resources;
  }

  /** Lines of the hosts file, as a swarm takes them: the address first. */
  static Object hosts(List<String> texts, Asked asked) {
    return Addresses.hosts(texts, asked).stream()
        .map(
            host ->
                host.substring(host.indexOf(':') + 1) + " " + host.substring(0, host.indexOf(':')))
        .toList();
  }

  /** Networks by name, with what a swarm knows of a task's end in them. */
  static Object networks(Object given, Asked asked) {
    List<Map<String, @Nullable Object>> networks = new ArrayList<>();
    for (Object each : (List<?>) Networks.read(given, asked)) {
      Networks.Network network = (Networks.Network) each;
      Map<String, @Nullable Object> endpoint = new LinkedHashMap<>(network.endpoint());
      Map<String, @Nullable Object> attachment = new LinkedHashMap<>();
      attachment.put("Target", network.name());
      for (String known : List.of("Aliases", "DriverOpts")) {
        Object value = endpoint.remove(known);
        if (value != null) {
          attachment.put(known, value);
        }
      }
      if (!endpoint.isEmpty()) {
        throw asked.bad("a network of a service takes alias and driver-opt only");
      }
      networks.add(attachment);
    }
    networks.sort(Comparator.comparing(network -> String.valueOf(network.get("Target"))));
    return networks;
  }

  /** A share, from 0 to 1. */
  static Object ratio(Object given, Asked asked) {
    if (given instanceof Number || given instanceof CharSequence) {
      try {
        BigDecimal ratio = new BigDecimal(given.toString());
        if (ratio.signum() >= 0 && ratio.compareTo(BigDecimal.ONE) <= 0) {
          return ratio;
        }
        throw asked.bad(ratio + " is not between 0 and 1");
      } catch (NumberFormatException e) {
        throw asked.wants(given);
      }
    }
    throw asked.wants(given);
  }
}
