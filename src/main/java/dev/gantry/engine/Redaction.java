package dev.gantry.engine;

import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blacks out what lets somebody in: passwords, tokens and keys, by the names under which they
 * travel and by their own form. Rather a harmless value too many than a secret too few.
 */
public final class Redaction {
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
              + ")(?:[_\\-.][a-z0-9_\\-.]*)?(?:['\"]\\s*[:=]\\s*|\\s*=(?!=)\\s*|:\\s+|:(?=['\"])))('[^']*'|\"[^\"]*\"|[^\\s,;&'\"]+)");

  /** {@code https://user:password@host}. */
  private static final Pattern USER_INFO = Pattern.compile("(://[^/:@\\s]*:)[^/@\\s]+(?=@)");

  /** Tokens that let a node into a swarm, and keys that unlock one (moby/swarmkit ca/config.go). */
  private static final Pattern OF_SWARM = Pattern.compile("SWM(TKN|KEY)-[0-9A-Za-z-]+");

  private Redaction() {}

  public static String header(String name, String value) {
    return HARMLESS.contains(name.toLowerCase(Locale.ROOT)) ? value : BLACK;
  }

  /** {@code secrets.create('name', 'value')}: the value has no name. */
  private static final Pattern STORED =
      Pattern.compile("(\\bsecrets\\s*\\.\\s*create\\s*\\(?[^,]*,\\s*)('[^']*'|\"[^\"]*\")");

  /**
   * A line of a script with its secrets blacked out, each character by one star, so that what
   * points to a column still does.
   */
  public static String line(String line) {
    String shown = line;
    for (Pattern pattern : List.of(USER_INFO, ASSIGNED, STORED, OF_SWARM)) {
      shown = pattern.matcher(shown).replaceAll(Redaction::stars);
    }
    return shown;
  }

  private static String stars(MatchResult found) {
    int kept = found.end(1) - found.start();
    String text = found.group();
    return Matcher.quoteReplacement(text.substring(0, kept) + "*".repeat(text.length() - kept));
  }

  /**
   * What a daemon says: only what is a secret by its form, for the words are about other things.
   */
  static String message(String text) {
    String shown = USER_INFO.matcher(text).replaceAll("$1" + BLACK);
    return OF_SWARM.matcher(shown).replaceAll("SWM$1-" + BLACK);
  }

  /** What may be in a text of any kind. */
  public static String text(String text) {
    return message(ASSIGNED.matcher(text).replaceAll("$1" + BLACK));
  }

  /**
   * A text that may be JSON, in its own spelling where it has no secrets.
   *
   * @param all whether the value under the key {@code Data} is secret as well
   */
  public static String json(String text, boolean all) {
    try {
      Object value = Json.read(text);
      Object shown = value(value, all);
      return Objects.equals(shown, value) ? text : Json.write(shown);
    } catch (JsonException e) {
      return text(text);
    }
  }

  /** A value that was named: {@code PASSWORD}, {@code buildargs}. */
  public static String named(String name, String value) {
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
