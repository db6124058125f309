package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.Networks.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options that make {@code NetworkingConfig} together: {@code network}, and those that describe
 * the container's end in the first network.
 *
 * <p>Source: docker/cli v28.2.2, cli/command/container/opts.go (parseNetworkOpts,
 * applyContainerOptions). Before API 1.44 an engine takes one network, and the MAC address beside
 * it.
 */
final class Networking {
  private static final Map<String, String> OF_THE_FIRST =
      Map.of(
          "networkAlias", "Aliases",
          "ip", "IPAMConfig.IPv4Address",
          "ip6", "IPAMConfig.IPv6Address",
          "linkLocalIps", "IPAMConfig.LinkLocalIPs",
          "macAddress", "MacAddress");

  private final Map<String, Object> options;
  private final String verb;
  private final Surroundings where;

  private Networking(String verb, Map<String, Object> options, Surroundings where) {
    this.verb = verb;
    this.options = options;
    this.where = where;
  }

  /** The part of the body that these options make. */
  static Map<String, @Nullable Object> body(
      String verb, Map<String, Object> options, Surroundings where) {
    return new Networking(verb, options, where).body();
  }

  private Map<String, @Nullable Object> body() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    List<Network> given = given();
    Network first = given.isEmpty() ? new Network("default", new LinkedHashMap<>()) : given.get(0);
    OF_THE_FIRST.forEach((option, path) -> apply(option, path, first.endpoint()));
    addLinks(first, body);
    if (!given.isEmpty()) {
      Trees.add(body, Trees.at("HostConfig.NetworkMode", first.name()));
    }
    List<Network> all = given.isEmpty() ? List.of(first) : given;
    check(all);
    if (!where.speaks("1.44")) {
      Object mac = first.endpoint().remove("MacAddress");
      if (mac != null) {
        body.put("MacAddress", mac);
      }
    }
    if (all.size() > 1 || !first.endpoint().isEmpty()) {
      Trees.add(body, Trees.at("NetworkingConfig.EndpointsConfig", endpoints(all)));
    }
    return body;
  }

  private List<Network> given() {
    List<Network> given = new ArrayList<>();
    if (options.get("network") instanceof List<?> networks) {
      networks.forEach(network -> given.add(((Network) network).copy()));
    }
    return given;
  }

  private void apply(String option, String path, Map<String, @Nullable Object> endpoint) {
    Object value = options.get(option);
    if (value == null) {
      return;
    }
    if (Trees.has(endpoint, path)) {
      throw new UsageException(
          "'%s' is given for %s and in 'network' as well; give it once".formatted(option, verb));
    }
    Trees.add(endpoint, Trees.at(path, value));
  }

  /** In the default network links are the container's; in others they are aliases of that end. */
  private void addLinks(Network first, Map<String, @Nullable Object> body) {
    Object links = options.get("links");
    if (links != null) {
      Trees.add(body, Trees.at("HostConfig.Links", links));
      if (first.isUserDefined()) {
        apply("links", "Links", first.endpoint());
      }
    }
  }

  private void check(List<Network> networks) {
    if (networks.size() > 1 && !where.speaks("1.44")) {
      throw new UsageException(
          "more than one network for %s needs API 1.44, and %s is spoken"
              .formatted(verb, where.apiVersion()));
    }
    long userDefined = networks.stream().filter(Network::isUserDefined).count();
    if (userDefined > 0 && userDefined < networks.size()) {
      throw new UsageException(
          "a network and a mode such as host or bridge cannot be used together");
    }
    for (Network network : networks) {
      if (!network.isUserDefined() && network.endpoint().containsKey("Aliases")) {
        throw new UsageException(
            "'networkAlias' of %s wants a network of your own".formatted(verb));
      }
    }
  }

  private Map<String, Object> endpoints(List<Network> networks) {
    Map<String, Object> endpoints = new LinkedHashMap<>();
    for (Network network : networks) {
      if (endpoints.put(network.name(), network.endpoint()) != null) {
        throw new UsageException(
            "network '%s' is given twice for %s".formatted(network.name(), verb));
      }
    }
    return endpoints;
  }
}
