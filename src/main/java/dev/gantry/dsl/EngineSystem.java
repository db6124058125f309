package dev.gantry.dsl;

import dev.gantry.engine.ObjectStream;
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

  public @Nullable Object df() {
    return df(Map.of());
  }

  /**
   * Measures the disk space that things take: {@code LayersSize Images Containers Volumes
   * BuildCache} (bytes). {@code GET /system/df} (SystemDataUsage); slow. Option: {@code type}, from
   * API 1.42: {@code container image volume build-cache}.
   */
  public @Nullable Object df(Map<String, ?> options) {
    return docker.engine().call("SystemDataUsage", docker.options("df", options).query());
  }

  /** Measures disk space, with options that the closure assigns. */
  public @Nullable Object df(Closure<?> options) {
    return df(ClosureOptions.of(options));
  }

  /** What happens on the engine from now on, without end; see {@link #events(Map)}. */
  public ObjectStream events() {
    return events(Map.of());
  }

  /**
   * What happens on the engine. {@code GET /events} (SystemEvents). Options: {@code since} and
   * {@code until} (a point in time, or how long ago), {@code filters}. Without {@code until} it has
   * no end: close it to stop.
   */
  public ObjectStream events(Map<String, ?> options) {
    return docker.engine().objects("SystemEvents", docker.options("events", options).query());
  }

  /** Hands each event from now on to a closure. */
  public void events(Closure<?> each) {
    events(Map.of(), each);
  }

  /** Hands each event to a closure, until {@code until} or for ever. */
  public void events(Map<String, ?> options, Closure<?> each) {
    try (ObjectStream events = events(options)) {
      events.forEachRemaining(each::call);
    }
  }

  @Override
  public String toString() {
    return "system of " + docker;
  }
}
