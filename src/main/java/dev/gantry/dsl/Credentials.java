package dev.gantry.dsl;

import dev.gantry.auth.CredentialsException;
import dev.gantry.auth.Login;
import dev.gantry.auth.ServerName;
import dev.gantry.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lets the calls of one verb into registries, in the headers that the daemon reads it from:
 * the option {@code auth}, or else what the Docker CLI's configuration has for the registry. That
 * is looked up once for each registry, and only for calls that need it.
 *
 * <p>The daemon decodes base64url with padding, and takes anything else for nobody, without a word
 * (moby v28.5.2, api/types/registry/authconfig.go).
 */
final class Credentials {
  /** The header for a call about one registry. */
  static final String HEADER = "X-Registry-Auth";

  private final Docker docker;
  private final @Nullable Object auth;
  private final Map<String, Map<String, String>> found = new LinkedHashMap<>();

  /**
   * The credentials for a verb.
   *
   * @param client the options that are not sent, {@code auth} among them if it was given
   */
  Credentials(Docker docker, Map<String, ?> client) {
    this.docker = docker;
    this.auth = client.get("auth");
  }

  /** Whether they were given as an option. */
  boolean areGiven() {
    return auth != null;
  }

  /** The value of {@link #HEADER} for the registry of an image; that of nobody if none is known. */
  String header(ImageName name) {
    return encoded(fields(name.registry()));
  }

  /** The same for a call that makes no sense without: a failing credential helper is an error. */
  String requiredHeader(ImageName name) {
    String registry = name.registry();
    if (!areGiven() && !found.containsKey(registry)) {
      found.put(registry, docker.keyring().find(registry).sent());
    }
    return header(name);
  }

  /** Puts {@link #HEADER} among the parameters of a call, if somebody is known. */
  void addTo(Map<String, ? super String> parameters, ImageName name) {
    if (!fields(name.registry()).isEmpty()) {
      parameters.put(HEADER, header(name));
    }
  }

  /**
   * Puts the header of a build among its parameters: what is known of all registries, for nobody
   * knows which ones a build file names. What the option gives comes first.
   */
  void addAllTo(Map<String, ? super String> parameters) {
    Map<String, Object> all = new LinkedHashMap<>();
    docker.keyring().all().forEach((server, login) -> all.put(server, login.sent()));
    if (areGiven()) {
      Map<String, String> fields = given(ServerName.HUB);
      all.put(fields.getOrDefault("serveraddress", ServerName.HUB), fields);
    }
    if (!all.isEmpty()) {
      parameters.put("X-Registry-Config", encoded(all));
    }
  }

  private Map<String, String> fields(String registry) {
    return areGiven() ? given(registry) : found.computeIfAbsent(registry, this::lookUp);
  }

  private Map<String, String> given(String registry) {
    Map<String, String> fields = new LinkedHashMap<>();
    Rows.map(auth).forEach((field, value) -> fields.put(field, String.valueOf(value)));
    fields.putIfAbsent("serveraddress", ServerName.key(registry));
    return fields;
  }

  /** Most images are for everybody: a helper that fails shall not keep those from anybody. */
  private Map<String, String> lookUp(String registry) {
    try {
      return docker.keyring().find(registry).sent();
    } catch (CredentialsException e) {
      docker.notices().sayOnce("WARNING: " + e.getMessage() + "; going on without credentials");
      return Login.NONE.sent();
    }
  }

  /** A JSON value as the headers have it. */
  private static String encoded(Map<String, ?> value) {
    return Base64.getUrlEncoder()
        .encodeToString(Json.write(value).getBytes(StandardCharsets.UTF_8));
  }
}
