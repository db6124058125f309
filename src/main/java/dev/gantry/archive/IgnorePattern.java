package dev.gantry.archive;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gantry.UsageException;
import java.util.function.Predicate;

/**
 * One rule of a {@code .dockerignore}.
 *
 * <p>Source: moby/patternmatcher v0.6.0, {@code Pattern.match}. What a rule means there is what the
 * regular expression means that is made of it, so the same is made here, for the same language of
 * expressions (RE2).
 */
final class IgnorePattern {
  private static final String WILD = "*?[\\";

  private final String text;
  private final boolean exception;
  private final Predicate<String> match;

  private IgnorePattern(String text, boolean exception, Predicate<String> match) {
    this.text = text;
    this.exception = exception;
    this.match = match;
  }

  /**
   * A rule from a clean path.
   *
   * @param place where it stands, for the error
   */
  static IgnorePattern of(String path, boolean exception, String place) {
    if (!GlobSyntax.isValid(path)) {
      throw bad(path, place);
    }
    try {
      return new IgnorePattern(path, exception, matcher(path));
    } catch (PatternSyntaxException e) {
      throw bad(path, place);
    }
  }

  /** A rule that keeps one path, whatever its characters mean elsewhere. */
  static IgnorePattern exceptionFor(String path) {
    return new IgnorePattern(path, true, path::equals);
  }

  boolean isException() {
    return exception;
  }

  boolean matches(String path) {
    return match.test(path);
  }

  /** Whether it could match something inside of a folder. */
  boolean mayMatchIn(String folder) {
    String inside = folder + "/";
    String literal = literal();
    boolean exact = literal.length() == text.length();
    return (literal + (exact ? "/" : "")).startsWith(inside)
        || (!exact && inside.startsWith(literal));
  }

  /** What is in front of the first character that stands for others. */
  private String literal() {
    for (int i = 0; i < text.length(); i++) {
      if (WILD.indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  private static Predicate<String> matcher(String path) {
    GlobTranslation glob = GlobTranslation.of(path);
    return switch (glob.form()) {
      case EXACT -> path::equals;
      case PREFIX -> file -> file.startsWith(path.substring(0, path.length() - 2));
      case SUFFIX -> ending(path.substring(2));
      case REGEX -> {
        Pattern regex = Pattern.compile(glob.regex());
        yield file -> regex.matcher(file).find();
      }
    };
  }

  /** {@code **}{@code /foo} matches {@code foo} at the top as well. */
  private static Predicate<String> ending(String suffix) {
    return file ->
        file.endsWith(suffix) || (suffix.startsWith("/") && file.equals(suffix.substring(1)));
  }

  private static UsageException bad(String path, String place) {
    return new UsageException(place + ": '" + path + "' is no pattern; a [ needs its ]");
  }
}
