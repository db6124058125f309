package dev.gantry.cli;

import dev.gantry.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about what may be done to an engine.
 *
 * @param readOnly whether whatever changes something is refused
 * @param dryRun whether whatever changes something is told of instead
 * @param yes whether all that would be asked is agreed to
 * @param trace the file to write the requests to; empty for standard error, null for none
 */
record Safety(boolean readOnly, boolean dryRun, boolean yes, @Nullable String trace) {
  private static final String VARIABLE = "GANTRY_READ_ONLY";

  /** Says nothing. */
  static final Safety UNSAID = new Safety(false, false, false, null);

  /**
   * Who wants that nothing changes; null when nobody does.
   *
   * @throws UsageException the variable is neither yes nor no: a typing error must not let a script
   *     loose
   */
  @Nullable String whyReadOnly(Map<String, String> env) {
    if (readOnly) {
      return "--read-only";
    }
    String value = env.getOrDefault(VARIABLE, "");
    return switch (value) {
      case "", "0", "false", "no" -> null;
      case "1", "true", "yes" -> VARIABLE;
      default -> throw new UsageException(VARIABLE + " is 1 or 0, got '" + value + "'");
    };
  }

  /** What the shell's status line says of it. */
  List<String> marks(Map<String, String> env) {
    List<String> marks = new ArrayList<>();
    if (whyReadOnly(env) != null) {
      marks.add("read-only");
    }
    if (dryRun) {
      marks.add("dry run");
    }
    if (trace != null) {
      marks.add("traced");
    }
    return marks;
  }
}
