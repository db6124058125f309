package dev.gantry.shell.printing;

import dev.gantry.json.Colors.Role;
import dev.gantry.json.Layout;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The colours of states, by the daemon's words (moby v28.5.2, container/state.go; api/types/swarm).
 */
final class States implements Layout.Accents {
  private static final Set<String> NAMES =
      Set.of("STATUS", "STATE", "CURRENTSTATE", "HEALTH", "AVAILABILITY", "DESIREDSTATE");

  /** The first that is found in a text decides. */
  private static final Pattern BAD =
      Pattern.compile("\\b(unhealthy|dead|failed|rejected|orphaned|down|error|unreachable)\\b");

  private static final Pattern WARNING =
      Pattern.compile("\\b(paused|restarting|removing|pause|drain|unknown|starting|pending)\\b");
  private static final Pattern GOOD =
      Pattern.compile("\\b(up|running|healthy|ready|active|reachable|leader)\\b");
  private static final Pattern OVER =
      Pattern.compile("\\b(exited|created|complete|shutdown|remove|stopped|none|inactive)\\b");

  @Override
  public @Nullable Role of(String name, String text) {
    String plain = name.replaceAll("[ _-]", "").toUpperCase(Locale.ROOT);
    return NAMES.contains(plain) ? of(text.toLowerCase(Locale.ROOT)) : null;
  }

  private static @Nullable Role of(String state) {
    if (BAD.matcher(state).find()) {
      return Role.ERR;
    } else if (WARNING.matcher(state).find()) {
      return Role.WARN;
    } else if (GOOD.matcher(state).find()) {
      return Role.OK;
    }
    return OVER.matcher(state).find() ? Role.DIM : null;
  }
}
