package dev.gantry.dsl;

/**
 * One end of a copy (moby v28.5.2, pkg/archive, CopyInfo).
 *
 * @param path with the ending it was given, links above its last part resolved
 * @param renamed what it was called before a link was resolved; empty where that is its name
 */
record CopySide(String path, boolean exists, boolean folder, String renamed) {

  static CopySide missing(String path) {
    return new CopySide(path, false, false, "");
  }

  static CopySide found(String path, boolean folder) {
    return new CopySide(path, true, folder, "");
  }

  /** What a link leads to, which keeps the name of the link. */
  static CopySide behind(String link, String target, boolean folder) {
    String path = CopyPath.withEndingOf(link, target);
    String name = CopyPath.lastPart(link);
    return new CopySide(path, true, folder, name.equals(CopyPath.lastPart(path)) ? "" : name);
  }

  /** What the copy is called where nothing else is asked for. */
  String name() {
    return renamed.isEmpty() ? CopyPath.base(path) : renamed;
  }
}
