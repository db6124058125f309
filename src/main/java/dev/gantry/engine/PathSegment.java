package dev.gantry.engine;

import dev.gantry.UsageException;
import dev.gantry.http.QueryString;
import dev.gantry.json.Printable;
import java.util.Arrays;
import java.util.List;

/**
 * A name within a path. A slash stays a slash: image names have some, and the daemon's routes
 * expect them as they are ({@code /images/{name:.*}/json}, moby v28.5.2
 * daemon/server/router/image/image.go).
 */
final class PathSegment {
  private static final List<String> LEADING_ELSEWHERE = List.of("", ".", "..");

  private PathSegment() {}

  /**
   * Percent-encodes a name.
   *
   * @throws UsageException when the name would make a path that leads to another operation, or to
   *     none, as one with a line break does
   */
  static String encode(String what, String name) {
    String[] parts = name.split("/", -1);
    if (Arrays.stream(parts).anyMatch(LEADING_ELSEWHERE::contains)
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException(
          what + (name.isEmpty() ? " is empty" : " is no name: '" + Printable.line(name) + "'"));
    }
    return QueryString.encode(name).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
  }
}
