package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.system}: the engine as a whole. */
public final class EngineSystem {
  private final Docker docker;

  EngineSystem(Docker docker) {
    this.docker = docker;
  }

  public @Nullable Object info() {
    return docker.getInfo();
  }

  public @Nullable Object version() {
    return docker.getVersion();
  }

  public Map<String, Object> ping() {
    return docker.ping();
  }

  public Object df() {
    return df(Map.of());
  }

  /**
   * Measures the disk space that things take. {@code GET /system/df} (SystemDataUsage); slow.
   * Options: {@code verbose} (a row for each thing), {@code type}, from API 1.42: {@code container
   * image volume build-cache}.
   *
   * @return the daemon's {@code LayersSize Images Containers Volumes BuildCache} (bytes), shown as
   *     the table of {@code docker system df}; with {@code verbose} a list of {@code Type Name Size
   *     Active}, the biggest first
   */
  public Object df(Map<String, ?> options) {
    VerbOptions given = docker.options("df", options);
    Map<String, @Nullable Object> usage =
        Rows.map(docker.engine().call("SystemDataUsage", given.query()));
    return given.is("verbose") ? DiskRows.of(usage) : new DiskUsage(usage);
  }

  /** Measures disk space, with options that the closure assigns. */
  public Object df(Closure<?> options) {
    return df(ClosureOptions.of(options));
  }

  public Map<String, Object> prune() {
    return prune(Map.of());
  }

  /**
   * Removes what nothing uses: stopped containers, networks, images without a name, the build
   * cache. Options: {@code all} (every unused image, and all of the build cache), {@code volumes}
   * (those too), {@code filters} ({@code until}, {@code label}). ContainerPrune, NetworkPrune,
   * VolumePrune, ImagePrune, BuildPrune. It asks first at a terminal; with {@code all} or {@code
   * volumes} it wants the option {@code yes} elsewhere.
   *
   * @return what each of the calls removed, and {@code SpaceReclaimed} (bytes) by all of them
   */
  public Map<String, Object> prune(Map<String, ?> options) {
    return new SystemPrune(docker, options).run();
  }

  /** Prunes, with options that the closure assigns. */
  public Map<String, Object> prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }

  /**
   * Lets the engine check credentials with a registry; nothing is kept. {@code POST /auth}
   * (SystemAuth). Options: {@code username} and {@code password}, or {@code identitytoken}; {@code
   * serveraddress} (Docker Hub unless named).
   *
   * @return {@code Status}, and an {@code IdentityToken} where the registry gives one
   * @throws dev.gantry.engine.UnauthorizedException the registry does not know them (before API
   *     1.42 a {@link dev.gantry.engine.ServerException})
   */
  public @Nullable Object auth(Map<String, ?> credentials) {
    Map<String, @Nullable Object> body = docker.options("auth", credentials).body();
    if (!body.containsKey("identitytoken") && !body.containsKey("username")) {
      throw new UsageException("auth wants 'username' and 'password', or 'identitytoken'");
    }
    return docker.engine().call("SystemAuth", Map.of("body", body));
  }

  /** Checks credentials that the closure assigns. */
  public @Nullable Object auth(Closure<?> credentials) {
    return auth(ClosureOptions.of(credentials));
  }

  /** What happens on the engine from now on, without end; see {@link #events(Map)}. */
  public Events events() {
    return events(Map.of());
  }

  /**
   * What happens on the engine. {@code GET /events} (SystemEvents). Options: {@code since} and
   * {@code until} (a point in time, or how long ago), {@code filters}. Without {@code until} it has
   * no end: close it to stop. The daemon remembers but its last 256 events, so {@code since} can
   * miss some.
   */
  public Events events(Map<String, ?> options) {
    Map<String, Object> query = docker.options("events", options).query();
    return new Events(
        docker.engine().objects("SystemEvents", PodmanEvents.query(query, docker.engine())));
  }

  /** Hands each event from now on to a closure. */
  public void events(Closure<?> each) {
    events(Map.of(), each);
  }

  /** Hands each {@link Event} to a closure, until {@code until} or for ever. */
  public void events(Map<String, ?> options, Closure<?> each) {
    try (Events events = events(options)) {
      events.forEachRemaining(each::call);
    }
  }

  @Override
  public String toString() {
    return "system of " + docker;
  }
}
