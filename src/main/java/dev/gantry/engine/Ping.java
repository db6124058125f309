package dev.gantry.engine;

import dev.gantry.http.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine says of itself in the headers of {@code GET /_ping} (SystemPing).
 *
 * @param apiVersion the newest API version it speaks
 * @param builderVersion {@code 1} for the classic builder, {@code 2} for BuildKit; empty where it
 *     does not say
 * @param osType {@code linux} or {@code windows}
 * @param experimental whether experimental features are on
 * @param swarm the state of its swarm, such as {@code inactive} or {@code active/manager}; empty
 *     before API 1.42
 * @param podman the version of Podman; empty when it is not Podman that answers
 */
public record Ping(
    ApiVersion apiVersion,
    String builderVersion,
    String osType,
    boolean experimental,
    String swarm,
    String podman) {

  /** Empty when the headers name no API version: then what answered is no engine. */
  static Optional<Ping> of(Headers headers) {
    return headers
        .first("Api-Version")
        .filter(ApiVersion::isWellFormed)
        .map(version -> new Ping(ApiVersion.parse(version), headers));
  }

  private Ping(ApiVersion apiVersion, Headers headers) {
    this(
        apiVersion,
        headers.first("Builder-Version").orElse(""),
        headers.first("Ostype").orElse(""),
        headers.first("Docker-Experimental").orElse("").equals("true"),
        headers.first("Swarm").orElse(""),
        headers.first("Libpod-Api-Version").orElse(""));
  }

  /** The same as plain values, under the headers' names. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("ApiVersion", apiVersion.toString());
    map.put("BuilderVersion", builderVersion);
    map.put("OSType", osType);
    map.put("Experimental", experimental);
    map.put("Swarm", swarm);
    if (!podman.isEmpty()) {
      map.put("Podman", podman);
    }
    return map;
  }
}
