package dev.gantry.dsl.options;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for {@code POST /containers/create} (ContainerCreate), and what the caller has to do
 * beside it.
 *
 * @param body the JSON body; only what was asked for is in it
 * @param query the query parameters: {@code name}, {@code platform}
 * @param client the options that are not sent, by their documented names
 */
public record CreateRequest(
    Map<String, @Nullable Object> body, Map<String, Object> query, Map<String, Object> client) {

  /** Takes copies. */
  public CreateRequest {
    body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    client = Collections.unmodifiableMap(new LinkedHashMap<>(client));
  }

  /** Whether to return without waiting for the container. */
  public boolean detach() {
    return isTrue(client.get("detach"));
  }

  /** When to pull: {@code always}, {@code missing} (if nothing was said) or {@code never}. */
  public String pull() {
    return String.valueOf(client.getOrDefault("pull", "missing"));
  }

  /** Whether a pull shows no progress. */
  public boolean quiet() {
    return isTrue(client.get("quiet"));
  }

  /** Whether signals are handed on to the container; so if nothing was said. */
  public boolean sigProxy() {
    return isTrue(client.getOrDefault("sigProxy", true));
  }

  /** The keys that leave an attached container, where they were given. */
  public Optional<String> detachKeys() {
    return Optional.ofNullable(client.get("detachKeys")).map(String::valueOf);
  }

  /** What to feed to the program: a text, bytes, a file or a stream, where it was given. */
  public Optional<Object> stdin() {
    return Optional.ofNullable(client.get("stdin"));
  }

  /** The file to write the id to, where one was given. */
  public Optional<String> cidfile() {
    return Optional.ofNullable(client.get("cidfile")).map(String::valueOf);
  }

  /** Whether the container has a terminal: its streams are then one and not told apart. */
  public boolean tty() {
    return isTrue(body.get("Tty"));
  }

  /** Whether the container's standard input stays open. */
  public boolean interactive() {
    return isTrue(body.get("OpenStdin"));
  }

  /** Whether the engine removes the container when it exits. */
  public boolean autoRemove() {
    return body.get("HostConfig") instanceof Map<?, ?> host && isTrue(host.get("AutoRemove"));
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }
}
