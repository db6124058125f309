package dev.gantry.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code .dockerignore} leaves out.
 *
 * <p>The last rule that matches a path, or a folder above it, decides; {@code !} makes an exception
 * of what earlier rules leave out. A rule is a path from the top of the context, where {@code *}
 * and {@code ?} stand for anything but a slash, {@code **} for any number of folders, and {@code
 * [a-z]} for one of several characters.
 *
 * <p>Source: moby/patternmatcher v0.6.0, {@code ignorefile.ReadAll} and {@code
 * MatchesUsingParentResults}; which folders need not be looked at is decided as BuildKit does it
 * (tonistiigi/fsutil, filter.go), so that {@code !**}{@code /keep.txt} works inside of folders that
 * are left out. The classic builder of the Docker CLI does not look there.
 *
 * <p>For one thread: it remembers the folder that was asked for last.
 */
public final class IgnoreRules implements TarFilter {
  private final List<IgnorePattern> patterns;
  private String folder = "";
  private boolean[] folderMatches = {};

  private IgnoreRules(List<IgnorePattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /** Leaves out nothing. */
  public static IgnoreRules none() {
    return new IgnoreRules(List.of());
  }

  /**
   * Reads the rules, one a line; a line that begins with {@code #} is a comment.
   *
   * @param source what the text is called in an error
   * @throws dev.gantry.UsageException a rule is no pattern
   */
  public static IgnoreRules parse(String text, String source) {
    return new IgnoreRules(IgnoreFile.patterns(text, source));
  }

  /** The same, but for one path, which is never left out. */
  public IgnoreRules keeping(String path) {
    List<IgnorePattern> more = new ArrayList<>(patterns);
    more.add(IgnorePattern.exceptionFor(path));
    return new IgnoreRules(more);
  }

  /**
   * Whether a path is left out.
   *
   * @param path relative to the top of the context, with slashes
   */
  boolean ignores(String path) {
    return decide(path, new boolean[patterns.size()]);
  }

  /** A folder that is left out is looked into only where an exception may match. */
  @Override
  public Verdict of(String path, boolean isFolder) {
    if (!ignores(path)) {
      return Verdict.TAKE;
    }
    return isFolder && !ignoresAllIn(path) ? Verdict.SKIP : Verdict.PRUNE;
  }

  /** Whether a folder that is left out can have nothing inside that is not. */
  boolean ignoresAllIn(String ignoredFolder) {
    return patterns.stream()
        .noneMatch(pattern -> pattern.isException() && pattern.mayMatchIn(ignoredFolder));
  }

  /**
   * A rule that matched a folder counts for all in it. A rule that could not change anything when
   * the folder was looked at did not match it, and is looked at anew for what is inside.
   *
   * @param matches is filled with what matched
   */
  private boolean decide(String path, boolean[] matches) {
    boolean[] above = matchesOfParent(path);
    boolean ignored = false;
    for (int i = 0; i < matches.length; i++) {
      IgnorePattern pattern = patterns.get(i);
      matches[i] = above[i] || (pattern.isException() == ignored && pattern.matches(path));
      if (matches[i]) {
        ignored = !pattern.isException();
      }
    }
    return ignored;
  }

  private boolean[] matchesOfParent(String path) {
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    if (parent.isEmpty()) {
      return new boolean[patterns.size()];
    }
    if (!parent.equals(folder)) {
      boolean[] matches = new boolean[patterns.size()];
      decide(parent, matches);
      folder = parent;
      folderMatches = matches;
    }
    return folderMatches;
  }
}
