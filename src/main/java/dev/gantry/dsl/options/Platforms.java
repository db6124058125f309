package dev.gantry.dsl.options;

import dev.gantry.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Platforms: {@code os/architecture[/variant]} in their usual names. An architecture alone is one
 * of Linux.
 *
 * <p>Source: containerd/platforms v1.0.0-rc.1, Parse in platforms.go and normalizeArch in
 * database.go.
 */
final class Platforms {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){0,2}");
  private static final Set<String> SYSTEMS = Set.of("linux", "windows", "darwin", "freebsd");

  private Platforms() {}

  static String read(Object given, Asked asked) {
    String text = Texts.one(given, asked).toLowerCase(Locale.ROOT);
    if (!FORM.matcher(text).matches() || SYSTEMS.contains(text)) {
      throw asked.bad("'" + text + "' is not a platform such as linux/arm64");
    }
    String[] parts = (text.indexOf('/') < 0 ? "linux/" + text : text).split("/", -1);
    String system = parts[0].equals("macos") ? "darwin" : parts[0];
    return system + "/" + architecture(parts[1], parts.length > 2 ? "/" + parts[2] : "");
  }

  /** In the form that some of the daemon's calls want: the JSON of an OCI platform. */
  static String json(Object given, Asked asked) {
    String[] parts = read(given, asked).split("/", -1);
    Map<String, String> platform = new LinkedHashMap<>();
    platform.put("os", parts[0]);
    platform.put("architecture", parts[1]);
    if (parts.length > 2) {
      platform.put("variant", parts[2]);
    }
    return Json.write(platform);
  }

  private static String architecture(String name, String variant) {
    return switch (name) {
      case "i386" -> "386";
      case "x86_64", "x86-64", "amd64" -> "amd64" + (variant.equals("/v1") ? "" : variant);
      case "aarch64", "arm64" -> "arm64" + (variant.equals("/8") ? "/v8" : variant);
      case "armhf" -> variant.isEmpty() ? "arm" : "arm/v7";
      case "armel" -> "arm/v6";
      case "arm" -> "arm" + variant.replaceFirst("^/(?=\\d)", "/v");
      default -> name + variant;
    };
  }
}
