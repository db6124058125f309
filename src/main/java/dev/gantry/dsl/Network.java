package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One network. Sources: Engine API 1.51, {@code /networks/{id}/…}. */
public final class Network extends Resource {
  private static final Kind KIND =
      new Kind(
          "NetworkInspect",
          "id",
          "NetworkInspect",
          Set.of(
              "Id",
              "Name",
              "Driver",
              "Scope",
              "Created",
              "Internal",
              "Attachable",
              "Ingress",
              "IPAM",
              "Options",
              "Labels"));

  private Network(Docker docker, String handle) {
    super(docker, KIND, handle);
  }

  static Network listed(Docker docker, Map<String, @Nullable Object> row) {
    Network network = new Network(docker, Rows.text(row.get("Id")));
    network.listedAs(row);
    return network;
  }

  static Network found(Docker docker, String nameOrId) {
    Map<String, @Nullable Object> full = KIND.inspect(docker, nameOrId);
    Network network = new Network(docker, Rows.text(full.get("Id")));
    network.inspectedAs(full);
    return network;
  }

  public String getName() {
    return Rows.text(value("Name"));
  }

  public String getDriver() {
    return Rows.text(value("Driver"));
  }

  public String getScope() {
    return Rows.text(value("Scope"));
  }

  public Map<String, Object> getLabels() {
    return Rows.map(value("Labels"));
  }

  public Network connect(Object container) {
    return connect(Map.of(), container);
  }

  /**
   * Connects a container, given itself or by name or id. NetworkConnect. Options: {@code alias},
   * {@code ip}, {@code ip6}, {@code link}, {@code driverOpt}.
   *
   * @throws dev.gantry.engine.UnauthorizedException (403) it is connected already, or the network
   *     does not allow it
   */
  public Network connect(Map<String, ?> options, Object container) {
    Map<String, @Nullable Object> body =
        new LinkedHashMap<>(docker().options("network connect", options).body());
    body.put("Container", id(container));
    return act("NetworkConnect", Map.of("body", body));
  }

  /** Connects a container, with options that the closure assigns. */
  public Network connect(Object container, Closure<?> options) {
    return connect(ClosureOptions.of(options), container);
  }

  public Network disconnect(Object container) {
    return disconnect(Map.of(), container);
  }

  /** Disconnects a container. NetworkDisconnect. Option: {@code force} (one that is gone, too). */
  public Network disconnect(Map<String, ?> options, Object container) {
    Map<String, @Nullable Object> body =
        new LinkedHashMap<>(docker().options("network disconnect", options).body());
    body.put("Container", id(container));
    return act("NetworkDisconnect", Map.of("body", body));
  }

  /** Disconnects a container, with options that the closure assigns. */
  public Network disconnect(Object container, Closure<?> options) {
    return disconnect(ClosureOptions.of(options), container);
  }

  /**
   * Removes it. NetworkDelete.
   *
   * @throws dev.gantry.engine.UnauthorizedException (403) containers are connected to it, or it is
   *     one of the engine's own
   */
  public void remove() {
    act("NetworkDelete", Map.of());
  }

  private static String id(Object container) {
    return container instanceof Container one ? one.getId() : container.toString();
  }

  private Network act(String operation, Map<String, ? extends @Nullable Object> parameters) {
    call(operation, parameters);
    changed();
    return this;
  }

  @Override
  String label() {
    String name = Rows.text(seen().get("Name"));
    return "network " + (name.isEmpty() ? getShortId() : name);
  }

  /** One line, from what is known already. */
  @Override
  public String toString() {
    String known = isKnown() ? " " + getName() + " (" + getDriver() + ")" : "";
    return "network " + getShortId() + known;
  }
}
