package dev.gantry.archive;

import dev.gantry.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a {@code .dockerignore}.
 *
 * <p>Source: moby/patternmatcher v0.6.0, {@code ignorefile.ReadAll} and {@code New}. A leading
 * slash says nothing; blanks around a rule, after its {@code !}, and a byte order mark are no part
 * of it.
 */
final class IgnoreFile {
  private IgnoreFile() {}

  static List<IgnorePattern> patterns(String text, String source) {
    List<IgnorePattern> patterns = new ArrayList<>();
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String rule = lines[i].startsWith("#") ? "" : Blanks.trim(lines[i]);
      if (!rule.isEmpty()) {
        patterns.add(pattern(rule, "line " + (i + 1) + " of " + source));
      }
    }
    return patterns;
  }

  private static IgnorePattern pattern(String rule, String place) {
    boolean exception = rule.startsWith("!");
    String path = exception ? Blanks.trim(rule.substring(1)) : rule;
    if (!path.isEmpty()) {
      path = LexicalPath.clean(path);
      path = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
    }
    // The rule is cleaned once more with its mark: "!/" is then a mark without a path.
    path = exception ? LexicalPath.clean("!" + path).substring(1) : path;
    if (path.isEmpty()) {
      throw new UsageException(place + ": '!' has to be followed by a path");
    }
    return IgnorePattern.of(path, exception, place);
  }
}
