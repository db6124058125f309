package dev.gantry.archive;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as texts, without a look at the file system. */
public final class LexicalPath {
  private LexicalPath() {}

  /** The shortest path of the same meaning, as Go's {@code path.Clean} makes it. */
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        goUp(parts, rooted);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = (rooted ? "/" : "") + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }

  private static void goUp(Deque<String> parts, boolean rooted) {
    if (parts.isEmpty() || parts.getLast().equals("..")) {
      if (!rooted) {
        parts.addLast("..");
      }
    } else {
      parts.removeLast();
    }
  }
}
