package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ApiVersion;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.networks}: lists, finds and creates networks. */
public final class Networks extends Resources<Network> {
  private static final List<String> COLUMNS = List.of("NETWORK ID", "NAME", "DRIVER", "SCOPE");

  /**
   * From here on the daemon looks for duplicates unasked (moby v28.5.2, api/swagger.yaml, API
   * 1.44).
   */
  private static final ApiVersion DUPLICATES_REFUSED = ApiVersion.parse("1.44");

  private static final Map<String, String> POOL =
      Map.of(
          "subnet",
          "Subnet",
          "gateway",
          "Gateway",
          "ipRange",
          "IPRange",
          "auxAddress",
          "AuxiliaryAddresses");

  Networks(Docker docker) {
    super(docker, "networks", COLUMNS);
  }

  /**
   * Lists networks, with one request. {@code GET /networks} (NetworkList). Option: {@code filters}.
   */
  @Override
  public ResourceList<Network> list(Map<String, ?> options) {
    Object rows = docker.engine().call("NetworkList", docker.options("networks", options).query());
    return listing(rows);
  }

  @Override
  Network listed(Map<String, @Nullable Object> row) {
    return Network.listed(docker, row);
  }

  @Override
  Map<String, ?> cells(Network network, Instant now) {
    return Map.ofEntries(
        entry("NETWORK ID", network.getShortId()),
        entry("NAME", network.getName()),
        entry("DRIVER", network.getDriver()),
        entry("SCOPE", network.getScope()));
  }

  /**
   * One network by name, id or the beginning of an id. {@code GET /networks/{id}} (NetworkInspect).
   *
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  @Override
  public Network get(CharSequence nameOrId) {
    return Network.found(docker, named(nameOrId));
  }

  public Network create(String name) {
    return create(Map.of(), name);
  }

  /**
   * Creates a network. {@code POST /networks/create} (NetworkCreate). Options are the long flags of
   * {@code docker network create} in camelCase: {@code driver} (bridge unless named), {@code
   * internal}, {@code attachable}, {@code ipv6}, {@code labels}, {@code driverOpts} …; {@code
   * body:} is merged over the request for whatever is left.
   *
   * @throws dev.gantry.engine.ConflictException the name is taken
   */
  public Network create(Map<String, ?> options, String name) {
    VerbOptions given = docker.options("network create", options);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Name", name);
    if (docker.engine().version().isBefore(DUPLICATES_REFUSED)) {
      body.put("CheckDuplicate", true);
    }
    body.putAll(given.body());
    ipam(given.client(), body);
    Object created = docker.engine().call("NetworkCreate", Map.of("body", body));
    return get(Rows.text(Rows.in(created, "Id")));
  }

  /** Creates a network, with options that the closure assigns. */
  public Network create(String name, Closure<?> options) {
    return create(ClosureOptions.of(options), name);
  }

  /** One pool of addresses; more are written with {@code body: [IPAM: [Config: […]]]}. */
  private static void ipam(Map<String, Object> options, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> pool = new LinkedHashMap<>();
    POOL.forEach(
        (option, key) -> {
          if (options.containsKey(option)) {
            pool.put(key, options.get(option));
          }
        });
    if (!pool.isEmpty()) {
      Map<String, @Nullable Object> ipam = new LinkedHashMap<>(Rows.map(body.get("IPAM")));
      ipam.put("Config", List.of(pool));
      body.put("IPAM", ipam);
    }
  }

  public @Nullable Object prune() {
    return prune(Map.of());
  }

  /**
   * Removes networks that nothing uses. NetworkPrune. Options: {@code filters}; {@code yes},
   * without which it asks at a terminal. Gives {@code NetworksDeleted}.
   */
  public @Nullable Object prune(Map<String, ?> options) {
    VerbOptions given = docker.options("network prune", options);
    Consent.ifAsked(docker, given, "networks.prune", "It removes networks that no container uses.");
    return Pruned.of(docker.engine().call("NetworkPrune", given.query()));
  }

  /** Prunes networks, with options that the closure assigns. */
  public @Nullable Object prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }
}
