package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mounts in the short form {@code [source:]path[:modes]}. Only anonymous volumes go into {@code
 * Volumes}, which an image made from the container inherits; all others are {@code
 * HostConfig.Binds}, whose modes the engine reads.
 *
 * <p>Source: docker/cli v28.2.2, cli/compose/loader/volume.go and parse() in
 * cli/command/container/opts.go.
 */
final class Volumes {
  private Volumes() {}

  static Object read(List<String> texts, Asked asked) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    List<String> binds = new ArrayList<>();
    Map<String, Object> anonymous = new LinkedHashMap<>();
    for (String text : new LinkedHashSet<>(texts)) {
      List<String> sections = sections(text, asked);
      if (sections.size() == 1) {
        anonymous.put(text, Map.of());
      } else {
        binds.add(bind(text, sections.get(0), asked));
      }
    }
    if (!anonymous.isEmpty()) {
      body.put("Volumes", anonymous);
    }
    if (!binds.isEmpty()) {
      body.put("HostConfig", Map.of("Binds", binds));
    }
    return body;
  }

  /** Paths in memory with their options, which the kernel reads. */
  static Object tmpfs(List<String> texts, Asked asked) {
    Map<String, String> paths = new LinkedHashMap<>();
    for (String text : texts) {
      int colon = text.indexOf(':');
      paths.put(
          colon < 0 ? text : text.substring(0, colon), colon < 0 ? "" : text.substring(colon + 1));
    }
    return paths;
  }

  private static List<String> sections(String text, Asked asked) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (char c : (text + ":").toCharArray()) {
      boolean atEnd = c == ':' && !isDrive(section);
      if (!atEnd) {
        section.append(c);
        continue;
      }
      if (section.isEmpty()) {
        throw asked.bad("'" + text + "' has an empty section");
      }
      sections.add(section.toString());
      section.setLength(0);
    }
    if (!section.isEmpty()) {
      // The colon that was put at the end was taken for a drive's, as in the text "c".
      sections.add(section.substring(0, section.length() - 1));
    }
    if (sections.size() > 3) {
      throw asked.bad("'" + text + "' has too many colons");
    }
    return sections;
  }

  /** A letter before a colon is a Windows drive: {@code c:\data} has one section. */
  private static boolean isDrive(CharSequence section) {
    return section.length() == 1 && Character.isLetter(section.charAt(0));
  }

  private static String bind(String text, String source, Asked asked) {
    String rest = text.substring(source.length());
    return switch (source.charAt(0)) {
      case '.' -> asked.where().resolve(source) + rest;
      case '~' -> home(source, asked) + rest;
      default -> text;
    };
  }

  /** A shell would have put the home folder there before the CLI saw it; here is no shell. */
  private static String home(String source, Asked asked) {
    String home = asked.where().environment().get("HOME");
    boolean own = source.equals("~") || source.startsWith("~/");
    return own && home != null ? home + source.substring(1) : source;
  }
}
