package dev.gantry.engine.trace;

import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blacks out what lets somebody in: passwords, tokens and keys, by the names under which they
 * travel and by their own form. Rather a harmless value too many than a secret too few.
 */
final class Redaction {
  static final String BLACK = "***";

  /** Headers whose values say nothing about anybody. All others may be somebody's. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept", "content-type", "connection", "upgrade", "user-agent", "sec-websocket-version");

  private static final String NAME =
      "pass(word|wd|phrase)?|pwd|secret|(api|access|private|unlock|signing|ca)[_-]?key|token|credentials?|auth";

  /** A key of JSON or a name of a variable that speaks of a secret: {@code IdentityToken}. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(.*[_\\-.])?("
              + NAME
              + ")([_\\-.].*)?|.*(password|passwd|passphrase|token|unlockkey|cakey|apikey|credentials?)",
          Pattern.CASE_INSENSITIVE);

  /** {@code password=x} within a text, such as the options of a mount or a command. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:^|[^a-z0-9])(?:[a-z0-9_\\-.]*[_\\-.])?(?:"
              + NAME
              + ")(?:[_\\-.][a-z0-9_\\-.]*)?(?:\\s*=\\s*|:\\s+))([^\\s,;&'\"]+)");

  /** {@code https://user:password@host}. */
  private static final Pattern USER_INFO = Pattern.compile("(://[^/:@\\s]*:)[^/@\\s]+(?=@)");

  /** Tokens that let a node into a swarm, and keys that unlock one (moby/swarmkit ca/config.go). */
  private static final Pattern OF_SWARM = Pattern.compile("SWM(TKN|KEY)-[0-9A-Za-z-]+");

  private Redaction() {}

  static String header(String name, String value) {
    return HARMLESS.contains(name.toLowerCase(Locale.ROOT)) ? value : BLACK;
  }

  /** What may be in a text of any kind. */
  static String text(String text) {
    String shown = USER_INFO.matcher(text).replaceAll("$1" + BLACK);
    shown = ASSIGNED.matcher(shown).replaceAll("$1" + BLACK);
    return OF_SWARM.matcher(shown).replaceAll("SWM$1-" + BLACK);
  }

  /**
   * A text that may be JSON, in its own spelling where it has no secrets.
   *
   * @param all whether the value under the key {@code Data} is secret as well
   */
  static String json(String text, boolean all) {
    try {
      Object value = Json.read(text);
      Object shown = value(value, all);
      return Objects.equals(shown, value) ? text : Json.write(shown);
    } catch (JsonException e) {
      return text(text);
    }
  }

  /** A value that was named: {@code PASSWORD}, {@code buildargs}. */
  static String named(String name, String value) {
    if (isSecret(name) && !value.isEmpty()) {
      return BLACK;
    }
    return value.startsWith("{") || value.startsWith("[") ? json(value, false) : text(value);
  }

  /**
   * A JSON value.
   *
   * @param all whether the value under the key {@code Data} is secret as well
   */
  static @Nullable Object value(@Nullable Object value, boolean all) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      map.forEach(
          (key, one) -> shown.put(String.valueOf(key), entry(String.valueOf(key), one, all)));
      return shown;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> shown = new ArrayList<>();
      list.forEach(one -> shown.add(value(one, all)));
      return shown;
    }
    return value instanceof String text ? text(text) : value;
  }

  private static @Nullable Object entry(String key, @Nullable Object value, boolean all) {
    boolean black = isSecret(key) || (all && key.equals("Data"));
    return black && value instanceof String text && !text.isEmpty() ? BLACK : value(value, all);
  }

  private static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches();
  }
}
