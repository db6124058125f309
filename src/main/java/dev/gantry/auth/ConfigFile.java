package dev.gantry.auth;

import dev.gantry.json.JsonException;
import dev.gantry.json.JsonStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of the Docker CLI as it was when it was read: {@code config.json} in
 * {@code $DOCKER_CONFIG}, or else in {@code $HOME/.docker}.
 *
 * <p>A file that is not there says nothing. One that cannot be used says nothing either, and {@link
 * #warning} tells why, as the Docker CLI's warning does (docker/cli v28.5.2, cli/config/config.go).
 */
public final class ConfigFile {
  private final Path path;
  private final Map<String, @Nullable Object> values;
  private final @Nullable String problem;

  private ConfigFile(Path path, Map<String, @Nullable Object> values, @Nullable String problem) {
    this.path = path;
    this.values = values;
    this.problem = problem;
  }

  /** Reads the file that an environment points to. */
  public static ConfigFile in(Map<String, String> env) {
    return read(folder(env).resolve("config.json"));
  }

  private static Path folder(Map<String, String> env) {
    String folder = env.getOrDefault("DOCKER_CONFIG", "");
    return folder.isEmpty() ? Path.of(env.getOrDefault("HOME", ""), ".docker") : Path.of(folder);
  }

  static ConfigFile read(Path path) {
    try (JsonStream stream = new JsonStream(new BufferedInputStream(Files.newInputStream(path)))) {
      Object value = stream.hasNext() ? stream.next() : null;
      return value == null || value instanceof Map
          ? new ConfigFile(path, named(value), null)
          : useless(path, "it holds no JSON object");
    } catch (NoSuchFileException e) {
      return new ConfigFile(path, Map.of(), null);
    } catch (IOException e) {
      return useless(path, reason(e));
    } catch (JsonException e) {
      return useless(path, Files.isDirectory(path) ? "it is a folder" : e.problem());
    }
  }

  private static ConfigFile useless(Path path, String problem) {
    return new ConfigFile(path, Map.of(), problem);
  }

  /** Why a file could not be used, in a few words. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words;
  }

  /** The folder of the file, in which the contexts are, too. */
  public Path folder() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** Where the file is, or would be. */
  public Path path() {
    return path;
  }

  /** Why a file that is there cannot be used: a sentence that shows nothing of what is in it. */
  public Optional<String> warning() {
    return problem == null
        ? Optional.empty()
        : Optional.of("WARNING: Error loading config file (%s): %s".formatted(path, problem));
  }

  /**
   * A value as plain JSON.
   *
   * @param key as the Docker CLI writes it ({@code HttpHeaders}, {@code credsStore}); a file that
   *     spells it with other capitals means the same, as for the Docker CLI (Go, encoding/json)
   * @return null when the file does not have it
   */
  public @Nullable Object get(String key) {
    return value(values, key);
  }

  /** A value by its name in any capitals; the very name comes first. */
  static @Nullable Object value(Map<String, @Nullable Object> object, String key) {
    String spelled =
        object.containsKey(key)
            ? key
            : object.keySet().stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
    return object.get(spelled);
  }

  /** A text; empty when the file does not have it, or has something else. */
  public String text(String key) {
    return get(key) instanceof String text ? text : "";
  }

  /** An object; empty when the file does not have it, or has something else. */
  public Map<String, @Nullable Object> map(String key) {
    return named(get(key));
  }

  /** The same with another value. Nothing is written. */
  ConfigFile with(String key, Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
    changed.keySet().removeIf(key::equalsIgnoreCase);
    changed.put(key, value);
    return new ConfigFile(path, changed, problem);
  }

  /** All that is in it. */
  Map<String, @Nullable Object> values() {
    return values;
  }

  /** An object of JSON by its names. */
  static Map<String, @Nullable Object> named(@Nullable Object value) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> named.put(String.valueOf(name), each));
    }
    return named;
  }
}
