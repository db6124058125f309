package dev.gantry.engine;

import dev.gantry.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the engine, found from its method and path alone: so calls by any path are
 * judged as those by the name of an operation are.
 *
 * @param method of HTTP
 * @param version the API version that stands before the path; null when there is none
 * @param path below the version, decoded
 * @param query the parameters, decoded, in their order
 * @param operation empty when the catalogue has none there
 * @param names what stands in the place of the names of its path, such as {@code id}
 */
public record Route(
    String method,
    @Nullable ApiVersion version,
    String path,
    Map<String, List<String>> query,
    Optional<Operation> operation,
    Map<String, String> names) {

  private static final Pattern VERSIONED = Pattern.compile("/v(\\d{1,4}\\.\\d{1,4})(/.*)");

  /** Methods that ask for something and change nothing (RFC 9110, section 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What the daemon reads as false (moby v28.5.2, daemon/server/httputils/form.go). */
  private static final Set<String> NO = Set.of("", "0", "no", "false", "none");

  /**
   * From here on a WebSocket has input only when it is asked for (moby v28.5.2,
   * api/docs/CHANGELOG.md).
   */
  private static final ApiVersion INPUT_ON_DEMAND = new ApiVersion(1, 42);

  /** Reads a request. */
  public static Route of(HttpRequest request) {
    String path = decode(request.path().replace("+", "%2B"));
    Matcher versioned = VERSIONED.matcher(path);
    boolean has = versioned.matches();
    String below = has ? versioned.group(2) : path;
    Optional<Routes.Entry> entry = Routes.find(request.method(), below);
    return new Route(
        request.method(),
        has ? ApiVersion.parse(versioned.group(1)) : null,
        below,
        query(request.target().substring(request.path().length())),
        entry.map(Routes.Entry::operation),
        entry.map(found -> found.names(below)).orElse(Map.of()));
  }

  private static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : text.replaceFirst("^\\?", "").split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] half = pair.split("=", 2);
        query
            .computeIfAbsent(decode(half[0]), name -> new ArrayList<>())
            .add(half.length == 1 ? "" : decode(half[1]));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // no encoding of anything; the daemon refuses it
    }
  }

  /**
   * Whether it changes something: on the engine, on its host, or in a registry. The catalogue
   * decides; where it has no such path, whatever is no plain question.
   */
  public boolean mutates() {
    String mutates = operation.map(Operation::mutates).orElse(SAFE.contains(method) ? "no" : "yes");
    return mutates.equals("stdin") ? givesInput() : mutates.equals("yes");
  }

  /** What is typed into a container does whatever its program does with it. */
  private boolean givesInput() {
    boolean always =
        operation.map(Operation::answer).orElse(Answer.EMPTY) == Answer.WEBSOCKET
            && (version == null || version.isBefore(INPUT_ON_DEMAND));
    return always || is("stdin");
  }

  /** Whether a parameter of the query is true, as the daemon reads it. */
  public boolean is(String parameter) {
    return query.getOrDefault(parameter, List.of()).stream()
        .anyMatch(value -> !NO.contains(value.strip().toLowerCase(Locale.ROOT)));
  }

  /** What it does, to complete "Cannot …" or "Would …". */
  public String does() {
    if (operation.isEmpty()) {
      return method + " " + path;
    }
    String words = operation.get().does();
    for (Map.Entry<String, String> name : names.entrySet()) {
      words = words.replace("{" + name.getKey() + "}", Call.shortened(name.getValue()));
    }
    for (Map.Entry<String, List<String>> value : query.entrySet()) {
      words = words.replace("{" + value.getKey() + "}", String.join(", ", value.getValue()));
    }
    return words.replaceAll(" '\\{\\w+}'", "");
  }
}
