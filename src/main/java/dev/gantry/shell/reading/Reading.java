package dev.gantry.shell.reading;

import dev.gantry.json.Colors;
import dev.gantry.script.Session;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.Signs;
import java.util.Map;
import org.jline.terminal.Terminal;

/**
 * Where entries are read, and for whom.
 *
 * @param session whose names are known, and whose entries have numbers
 * @param colors whether entries are coloured while they are typed
 * @param env the environment of the process: HOME, INPUTRC, VISUAL, EDITOR
 */
public record Reading(
    Terminal terminal, Session session, Settings settings, Colors colors, Map<String, String> env) {

  /** What of our own signs can be shown. */
  Signs signs() {
    return Signs.of(env);
  }

  /** Whether the terminal can move its cursor. */
  boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}
