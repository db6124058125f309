package dev.gantry.dsl;

import dev.gantry.engine.EngineClient;
import groovy.lang.Closure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code docker} does with any path of the API, like curl. */
public abstract class DockerPaths {
  private final RawCalls raw;

  DockerPaths(EngineClient engine) {
    raw = new RawCalls(engine);
  }

  /**
   * Gets any path; see {@link #get(Map, CharSequence)}.
   *
   * <p>No String: with {@code get(String)} Groovy would read each unknown property by it, and send
   * a request for what is a typing error (groovy.lang.MetaClassImpl, genericGetMethod).
   */
  public @Nullable Object get(CharSequence path) {
    return raw.send("GET", path.toString(), Map.of());
  }

  /**
   * Gets any path below the API version, like curl: {@code docker.get('/containers/json', all:
   * true)}.
   *
   * @param query the query parameters; maps and lists are sent as JSON
   * @return the JSON value, or text when the answer is no JSON
   */
  public @Nullable Object get(Map<String, ?> query, CharSequence path) {
    return raw.send("GET", path.toString(), query);
  }

  /**
   * Gets a path that answers with JSON objects one after the other, and hands each to a closure.
   */
  public void get(CharSequence path, Closure<?> each) {
    raw.follow(path.toString(), Map.of(), each);
  }

  /**
   * Gets a path that answers with JSON objects one after the other, and hands each to a closure.
   */
  public void get(Map<String, ?> query, CharSequence path, Closure<?> each) {
    raw.follow(path.toString(), query, each);
  }

  public @Nullable Object post(CharSequence path) {
    return raw.send("POST", path.toString(), Map.of());
  }

  /** Posts to any path; {@code body:} is sent as JSON, everything else is the query. */
  public @Nullable Object post(Map<String, ?> query, CharSequence path) {
    return raw.send("POST", path.toString(), query);
  }

  public @Nullable Object put(CharSequence path) {
    return raw.send("PUT", path.toString(), Map.of());
  }

  /**
   * Puts to any path; {@code body:} is sent as JSON (a byte array or a stream as it is), everything
   * else is the query.
   */
  public @Nullable Object put(Map<String, ?> query, CharSequence path) {
    return raw.send("PUT", path.toString(), query);
  }

  public @Nullable Object delete(CharSequence path) {
    return raw.send("DELETE", path.toString(), Map.of());
  }

  public @Nullable Object delete(Map<String, ?> query, CharSequence path) {
    return raw.send("DELETE", path.toString(), query);
  }

  /** The headers that a path answers with, as a map. */
  public @Nullable Object head(CharSequence path) {
    return raw.send("HEAD", path.toString(), Map.of());
  }

  public @Nullable Object head(Map<String, ?> query, CharSequence path) {
    return raw.send("HEAD", path.toString(), query);
  }
}
