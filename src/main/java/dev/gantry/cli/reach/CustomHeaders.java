package dev.gantry.cli.reach;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header lines for every request to every engine: {@code HttpHeaders} of the configuration file, or
 * {@code DOCKER_CUSTOM_HEADERS} in their place (docker/cli v28.5.2, cli/command/cli_options.go).
 * None of them takes the place of a header that a call has by itself.
 */
public final class CustomHeaders {
  private static final String VARIABLE = "DOCKER_CUSTOM_HEADERS";

  /** A field of RFC 4180: in quotes, where two stand for one, or up to the next comma. */
  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|$)");

  private CustomHeaders() {}

  /**
   * Adds them to what goes through an exchange.
   *
   * @throws UsageException they are not written as they should be
   */
  public static HttpExchange on(HttpExchange http, Map<String, String> env) {
    Headers custom = read(env).without("User-Agent");
    return custom.fields().isEmpty() ? http : request -> http.send(with(custom, request));
  }

  private static HttpRequest with(Headers custom, HttpRequest request) {
    Headers all = request.headers();
    for (Headers.Field field : custom.fields()) {
      all = request.headers().contains(field.name()) ? all : all.and(field.name(), field.value());
    }
    return request.with(all);
  }

  private static Headers read(Map<String, String> env) {
    String variable = env.getOrDefault(VARIABLE, "");
    return variable.isEmpty() ? ofConfigFile(ConfigFile.in(env)) : ofVariable(variable);
  }

  private static Headers ofConfigFile(ConfigFile config) {
    Map<String, String> named = new LinkedHashMap<>();
    config.map("HttpHeaders").forEach((name, value) -> named.put(name, String.valueOf(value)));
    return headers(named);
  }

  private static Headers ofVariable(String text) {
    Map<String, String> named = new LinkedHashMap<>();
    Matcher fields = FIELD.matcher(text);
    int end = 0;
    while (fields.find()) {
      end = fields.end();
      String quoted = fields.group(1);
      addPair(named, quoted == null ? fields.group(2) : quoted.replace("\"\"", "\""));
      if (fields.group(3).isEmpty()) {
        break;
      }
    }
    if (end < text.length()) {
      throw wrong();
    }
    return headers(named);
  }

  private static void addPair(Map<String, String> named, String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0 || pair.substring(0, equals).isBlank()) {
      throw wrong();
    }
    named.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
  }

  /** The last of those that differ in case only wins. */
  private static Headers headers(Map<String, String> named) {
    Headers all = Headers.none();
    for (Map.Entry<String, String> each : named.entrySet()) {
      all = all.with(each.getKey(), each.getValue());
    }
    return all;
  }

  /** The text may hold secrets: it is not repeated. */
  private static UsageException wrong() {
    return new UsageException(
        VARIABLE
            + " wants name=value pairs with commas between them, in quotes where one has a"
            + " comma");
  }
}
