package dev.gantry.dsl;

import dev.gantry.archive.LexicalPath;

/**
 * Paths as {@code docker cp} reads them, where {@code dir}, {@code dir/} and {@code dir/.} are not
 * the same (moby v28.5.2, pkg/archive/copy.go).
 */
final class CopyPath {
  private CopyPath() {}

  /** Puts back the ending that says "a folder" ({@code /}) or "what is in it" ({@code /.}). */
  static String withEndingOf(String original, String cleaned) {
    String path = cleaned;
    if (isContents(original) && !isContents(path)) {
      path = path.endsWith("/") ? path + "." : path + "/.";
    }
    return original.endsWith("/") && !path.endsWith("/") ? path + "/" : path;
  }

  /** Whether it ends with {@code /.}, which means what is in the folder. */
  static boolean isContents(String path) {
    String base = lastPart(path);
    return base.equals(".");
  }

  static boolean isSaidToBeFolder(String path) {
    return path.endsWith("/") || isContents(path);
  }

  /** The folder it is in. */
  static String parent(String path) {
    String whole = split(path);
    int slash = whole.lastIndexOf('/');
    return slash < 0 ? "." : LexicalPath.clean(slash == 0 ? "/" : whole.substring(0, slash));
  }

  /** Its last part; {@code .} for the contents of a folder, {@code /} for the root. */
  static String base(String path) {
    return lastPart(split(path));
  }

  static String join(String folder, String path) {
    return LexicalPath.clean(folder + "/" + path);
  }

  private static String split(String path) {
    String cleaned = LexicalPath.clean(path);
    return isContents(path) ? cleaned + "/." : cleaned;
  }

  /** What Go's filepath.Base gives. */
  static String lastPart(String path) {
    String cut = path.replaceAll("/+$", "");
    return cut.isEmpty() ? (path.isEmpty() ? "." : "/") : cut.substring(cut.lastIndexOf('/') + 1);
  }
}
