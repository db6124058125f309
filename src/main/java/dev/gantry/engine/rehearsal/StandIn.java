package dev.gantry.engine.rehearsal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that would be there now.
 *
 * @param kind the group of its operations: {@code Container}, {@code Image}
 * @param id as an engine would give it
 * @param name by which it was made, or one that was made up
 * @param body what it was made from
 */
record StandIn(String kind, String id, String name, Map<String, @Nullable Object> body) {

  /** Whether a path that has this in the place of its name means it. */
  boolean isMeant(String reference) {
    String plain = reference.replaceFirst("^(sha256:|/)", "");
    return !plain.isEmpty()
        && (plain.equals(name) || (plain.length() >= 4 && id.startsWith(plain)) || isTag(plain));
  }

  /** {@code busybox} means {@code busybox:latest}, as for the daemon. */
  private boolean isTag(String reference) {
    return kind.equals("Image") && (reference + ":latest").equals(name);
  }
}
