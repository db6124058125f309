package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Devices of the host and what containers may do with them.
 *
 * <p>Source: docker/cli v28.2.2, cli/command/container/opts.go (parseDevice, validateDevice), and
 * the names of the Container Device Interface in tags.cncf.io/container-device-interface v1.0.1,
 * pkg/parser.
 */
final class Devices {
  private static final Pattern CDI =
      Pattern.compile(
          "[A-Za-z](?:[\\w.-]*[A-Za-z0-9])?/[A-Za-z](?:[\\w.-]*[A-Za-z0-9])?"
              + "=[A-Za-z0-9](?:[\\w.:-]*[A-Za-z0-9])?");
  private static final Pattern MODE = Pattern.compile("(?!.*(.).*\\1)[rwm]{1,3}");
  private static final Pattern RULE = Pattern.compile("[acb] (?:\\d+|\\*):(?:\\d+|\\*) [rwm]{1,3}");

  private Devices() {}

  /** Fills {@code Devices}, and {@code DeviceRequests} with those that have a CDI name. */
  static Object read(List<String> texts, Asked asked) {
    List<Object> mappings = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (String text : texts) {
      if (CDI.matcher(text).matches()) {
        named.add(text);
      } else {
        mappings.add(mapping(text, asked));
      }
    }
    Map<String, @Nullable Object> host = new LinkedHashMap<>();
    if (!mappings.isEmpty()) {
      host.put("Devices", mappings);
    }
    if (!named.isEmpty()) {
      host.put("DeviceRequests", List.of(Map.of("Driver", "cdi", "DeviceIDs", named)));
    }
    return Map.of("HostConfig", host);
  }

  static Object rules(List<String> texts, Asked asked) {
    for (String text : texts) {
      if (!RULE.matcher(text).matches()) {
        throw asked.bad("'" + text + "' is not a rule such as 'c 42:* rmw'");
      }
    }
    return texts;
  }

  /**
   * {@code host[:container][:mode]}, where two parts may be host and container or host and mode.
   */
  private static Map<String, String> mapping(String text, Asked asked) {
    String[] parts = text.split(":", -1);
    boolean endsInMode = parts.length > 1 && isMode(parts[parts.length - 1]);
    if (parts.length > 3 || parts[0].isEmpty() || (parts.length == 3 && !endsInMode)) {
      throw asked.bad("'" + text + "' is not of the form /dev/x[:/dev/y[:rwm]]");
    }
    String inside = parts.length == 3 || (parts.length == 2 && !endsInMode) ? parts[1] : parts[0];
    if (!inside.startsWith("/")) {
      throw asked.bad("'" + inside + "' is not an absolute path");
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    mapping.put("PathOnHost", parts[0]);
    mapping.put("PathInContainer", inside);
    mapping.put("CgroupPermissions", endsInMode ? parts[parts.length - 1] : "rwm");
    return mapping;
  }

  private static boolean isMode(String text) {
    return MODE.matcher(text).matches();
  }
}
