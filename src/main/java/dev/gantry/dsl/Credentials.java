package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lets a call into a registry, in the header that the daemon reads it from.
 *
 * <p>The daemon decodes base64url with padding, and takes anything else for nobody, without a word
 * (moby v28.5.2, api/types/registry/authconfig.go).
 */
final class Credentials {
  /** The header for a call about one registry. */
  static final String HEADER = "X-Registry-Auth";

  private Credentials() {}

  /**
   * The value of {@link #HEADER}: the option {@code auth}, or else nobody.
   *
   * @param name of the image: what stands before its first slash is the registry, where the option
   *     names none
   */
  static String header(VerbOptions given, ImageName name) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (given.client().get("auth") instanceof Map<?, ?> auth) {
      auth.forEach((field, value) -> fields.put(String.valueOf(field), String.valueOf(value)));
      fields.putIfAbsent("serveraddress", name.registry());
    }
    return encoded(fields);
  }

  /** A JSON value as the headers have it. */
  static String encoded(Map<String, ?> value) {
    return Base64.getUrlEncoder()
        .encodeToString(Json.write(value).getBytes(StandardCharsets.UTF_8));
  }
}
