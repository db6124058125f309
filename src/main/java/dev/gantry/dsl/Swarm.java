package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code docker.swarm}: the swarm that the engine is in, if it is in one.
 *
 * <p>Errors of every verb: {@link SwarmException} when the engine is no manager of a swarm, with
 * what to do. Sources: Engine API 1.51, {@code /swarm}.
 */
public final class Swarm {
  /** Where the Docker CLI lets a manager listen (docker/cli v28.2.2, cli/command/swarm/opts.go). */
  private static final String LISTEN = "0.0.0.0:2377";

  private final Docker docker;

  Swarm(Docker docker) {
    this.docker = docker;
  }

  /** Whether the engine takes part in a swarm. SystemInfo. */
  public boolean isActive() {
    return SwarmState.of(docker).active();
  }

  /** Whether the engine is a manager, which all other verbs want. SystemInfo. */
  public boolean isManager() {
    return SwarmState.of(docker).manager();
  }

  /** {@code inactive}, {@code pending}, {@code active}, {@code error} or {@code locked}. */
  public String getState() {
    return SwarmState.of(docker).state();
  }

  public Swarm init() {
    return init(Map.of());
  }

  /**
   * Starts a swarm with this engine as its first manager. SwarmInit.
   *
   * <p>Options are the long flags of {@code docker swarm init} in camelCase: {@code advertiseAddr}
   * (address or interface; the engine's own choice if it has but one), {@code listenAddr} (all
   * addresses, port 2377), {@code dataPathAddr}, {@code dataPathPort}, {@code defaultAddrPool},
   * {@code subnetSize}, {@code forceNewCluster}, {@code autolock}, {@code availability}, {@code
   * taskHistoryLimit}, {@code certExpiry}, {@code dispatcherHeartbeat}, {@code maxSnapshots},
   * {@code snapshotInterval}, {@code labels}; {@code body:} is merged over the request.
   */
  public Swarm init(Map<String, ?> options) {
    return enter("SwarmInit", docker.options("swarm init", options).body());
  }

  /** Starts a swarm, with options that the closure assigns. */
  public Swarm init(Closure<?> options) {
    return init(ClosureOptions.of(options));
  }

  /**
   * Joins a swarm by the address of one of its managers, or a list of them. SwarmJoin.
   *
   * <p>Options: {@code joinToken} (which of the two tokens it is decides on worker or manager),
   * {@code advertiseAddr}, {@code listenAddr}, {@code dataPathAddr}, {@code availability}.
   */
  public Swarm join(Map<String, ?> options, Object remoteAddrs) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(Options.named(options));
    all.put("remoteAddrs", remoteAddrs);
    return enter("SwarmJoin", docker.options("swarm join", all).body());
  }

  /** Joins a swarm, with options that the closure assigns. */
  public Swarm join(Object remoteAddrs, Closure<?> options) {
    return join(ClosureOptions.of(options), remoteAddrs);
  }

  private Swarm enter(String operation, Map<String, @Nullable Object> asked) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(asked);
    body.putIfAbsent("ListenAddr", LISTEN);
    docker.ask(operation, Map.of("body", body));
    return this;
  }

  public void leave() {
    leave(Map.of());
  }

  /**
   * Leaves the swarm. SwarmLeave. Options: {@code force}, which the last manager wants, and with
   * which it asks first at a terminal; elsewhere it then wants {@code yes}.
   */
  public void leave(Map<String, ?> options) {
    VerbOptions given = docker.options("swarm leave", options);
    if (given.query().containsKey("force") && !Boolean.FALSE.equals(given.query().get("force"))) {
      Consent.to(
          docker,
          given,
          "swarm.leave",
          "If this is the last manager, all services, secrets and configs are lost.");
    }
    docker.ask("SwarmLeave", given.query());
  }

  /** Leaves the swarm, with options that the closure assigns. */
  public void leave(Closure<?> options) {
    leave(ClosureOptions.of(options));
  }

  /** The daemon's full JSON; its tokens are there to be read, but not shown. SwarmInspect. */
  public Map<String, Object> inspect() {
    Map<String, @Nullable Object> swarm = new LinkedHashMap<>(read());
    swarm.put("JoinTokens", getJoinTokens(swarm));
    return swarm;
  }

  /** What engines join with; see {@link JoinTokens}. */
  public JoinTokens getJoinTokens() {
    return getJoinTokens(read());
  }

  private static JoinTokens getJoinTokens(Map<String, @Nullable Object> swarm) {
    return new JoinTokens(Rows.map(swarm.get("JoinTokens")));
  }

  private Map<String, @Nullable Object> read() {
    return Rows.map(docker.ask("SwarmInspect", Map.of()));
  }

  /**
   * Changes what is named, and nothing else. SwarmUpdate.
   *
   * <p>Options: {@code taskHistoryLimit}, {@code autolock}, {@code certExpiry}, {@code
   * dispatcherHeartbeat}, {@code maxSnapshots}, {@code snapshotInterval}, {@code labels} (in the
   * place of all that it has), and {@code rotateWorkerToken}, {@code rotateManagerToken}, {@code
   * rotateManagerUnlockKey}; {@code body:} is merged over its specification. Somebody else's change
   * at the same time is not lost: it is read, and this one made on top of it.
   */
  public Swarm update(Map<String, ?> options) {
    VerbOptions asked = docker.options("swarm update", options);
    new SpecChange(this::read, asked::replaceIn)
        .send(
            (version, spec) -> {
              Map<String, @Nullable Object> all = new LinkedHashMap<>(asked.query());
              all.put("version", version);
              all.put("body", spec);
              return docker.ask("SwarmUpdate", all);
            });
    return this;
  }

  /** Changes it, with options that the closure assigns. */
  public Swarm update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  /** Unlocks a manager that was started again. SwarmUnlock. */
  public Swarm unlock(String key) {
    docker.ask("SwarmUnlock", Map.of("body", Map.of("UnlockKey", key)));
    return this;
  }

  /** The key that unlocks its managers; empty without {@code autolock}. SwarmUnlockkey. */
  public String getUnlockKey() {
    return Rows.text(Rows.in(docker.ask("SwarmUnlockkey", Map.of()), "UnlockKey"));
  }

  @Override
  public String toString() {
    return "swarm of " + docker;
  }
}
