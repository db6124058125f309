package dev.gantry.shell.printing;

import dev.gantry.engine.Redaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The stack of an error, as far as it says something: the lines that the user wrote and our own
 * methods, without those of Groovy, of the JDK and of the shell's machinery; with all causes.
 */
public final class Stacks {
  private Stacks() {}

  /** Several lines without a line break at the end. */
  public static String of(Throwable error) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    String lead = "";
    for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
      lines.add(lead + Redaction.line(String.valueOf(cause).strip()));
      frames(cause, lines);
      lead = "caused by ";
    }
    return String.join("\n", lines);
  }

  private static void frames(Throwable cause, List<String> lines) {
    String last = "";
    for (StackTraceElement frame : cause.getStackTrace()) {
      String line = line(frame);
      if (!line.isEmpty() && !line.equals(last)) {
        lines.add("  at " + line);
        last = line;
      }
    }
  }

  /** Empty for a frame that says nothing to the user. */
  private static String line(StackTraceElement frame) {
    String file = String.valueOf(frame.getFileName());
    if (isUsers(frame, file)) {
      return file + ":" + frame.getLineNumber();
    }
    String type = frame.getClassName();
    boolean ours =
        type.startsWith("dev.gantry.")
            && !type.startsWith("dev.gantry.shell.")
            && !type.startsWith("dev.gantry.script.")
            && !type.startsWith("dev.gantry.cli.");
    return ours ? frame.toString() : "";
  }

  private static boolean isUsers(StackTraceElement frame, String file) {
    return frame.getLineNumber() > 0
        && (file.startsWith("gantry:")
            || (file.endsWith(".groovy") && !frame.getClassName().contains("groovy.")));
  }
}
