package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Security options. A seccomp profile is sent by content, since the engine may be on another
 * machine; {@code systempaths=unconfined} is not sent, but empties two lists of paths.
 *
 * <p>Source: docker/cli v28.2.2, cli/command/container/opts.go (parseSecurityOpts,
 * parseSystemPaths).
 */
final class SecurityOptions {
  private static final Set<String> BUILT_IN = Set.of("builtin", "unconfined");
  private static final Pattern STRING_OR_BLANKS =
      Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

  private SecurityOptions() {}

  static Object read(List<String> texts, Asked asked) {
    Map<String, Object> host = new LinkedHashMap<>();
    List<String> sent = new ArrayList<>();
    for (String text : texts) {
      if (text.equals("systempaths=unconfined")) {
        host.put("MaskedPaths", List.of());
        host.put("ReadonlyPaths", List.of());
      } else {
        sent.add(option(text, asked));
      }
    }
    if (!sent.isEmpty()) {
      host.put("SecurityOpt", sent);
    }
    return Map.of("HostConfig", host);
  }

  private static String option(String text, Asked asked) {
    int separator = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
    String name = separator < 0 ? text : text.substring(0, separator);
    if (name.equals("no-new-privileges")) {
      return text;
    }
    String value = separator < 0 ? "" : text.substring(separator + 1);
    if (value.isEmpty()) {
      throw asked.bad("'" + text + "' is not of the form name=value");
    }
    boolean isFile = name.equals("seccomp") && !BUILT_IN.contains(value);
    return isFile ? "seccomp=" + profile(value, asked) : text;
  }

  private static String profile(String file, Asked asked) {
    String json = compact(PairFiles.text(file, asked));
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw asked.bad("the seccomp profile " + file + " is not a JSON object");
    }
    return json;
  }

  private static String compact(String json) {
    return STRING_OR_BLANKS
        .matcher(json)
        .replaceAll(it -> it.group(1) == null ? "" : Matcher.quoteReplacement(it.group(1)));
  }
}
