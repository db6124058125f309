package dev.gantry.dsl.options;

import dev.gantry.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits of processes: {@code nofile=1024:2048}; without a hard limit the soft one is both. Sorted
 * by name, the last of a name counts.
 *
 * <p>Source: ParseUlimit of docker/go-units v0.5.0, and docker/cli v28.2.2, opts/ulimit.go.
 */
final class Ulimits {
  private static final Set<String> NAMES =
      Set.of(
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack");
  private static final Pattern LIMIT =
      Pattern.compile("(?<name>[^=]+)=(?<soft>-?\\d{1,18})(?::(?<hard>-?\\d{1,18}))?");

  private Ulimits() {}

  static Object read(List<String> texts, Asked asked) {
    Map<String, Object> byName = new TreeMap<>();
    for (String text : texts) {
      Matcher limit = LIMIT.matcher(text);
      if (!limit.matches()) {
        throw asked.bad("'" + text + "' is not of the form nofile=1024:2048");
      }
      String name = known(limit.group("name"), asked);
      byName.put(name, limit(name, limit, asked));
    }
    return List.copyOf(byName.values());
  }

  private static Map<String, Object> limit(String name, Matcher text, Asked asked) {
    long soft = Long.parseLong(text.group("soft"));
    long hard = text.group("hard") == null ? soft : Long.parseLong(text.group("hard"));
    if (hard != -1 && (soft == -1 || soft > hard)) {
      throw asked.bad("the soft limit of " + name + " is above the hard limit " + hard);
    }
    Map<String, Object> limit = new LinkedHashMap<>();
    limit.put("Name", name);
    limit.put("Soft", soft);
    limit.put("Hard", hard);
    return limit;
  }

  private static String known(String name, Asked asked) {
    if (!NAMES.contains(name)) {
      throw asked.bad("there is no limit '" + name + "'" + DidYouMean.hint(name, NAMES));
    }
    return name;
  }
}
