package dev.gantry.shell;

import dev.gantry.json.Colors;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.shell.commands.Outside;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.running.ShellScreen;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an interactive shell is given.
 *
 * @param script the names that entries see
 * @param types the classes behind those names, for completion before their first use
 * @param surface how it reads, prints and remembers
 * @param screen the terminal, once there is one, for what runs
 * @param around the program that it runs in
 * @param cancellation what Ctrl-C has to close, filled by whoever waits on an engine
 */
public record ShellSettings(
    ScriptSettings script,
    Map<String, Class<?>> types,
    Surface surface,
    ShellScreen screen,
    Around around,
    Cancellation cancellation) {

  /**
   * The program around the shell.
   *
   * @param outside what only that can do
   * @param init whether the start-up file is run
   */
  public record Around(Outside outside, boolean init) {}

  /**
   * The visible side.
   *
   * @param format the form of results; AUTO follows the value
   * @param colors whether results are coloured
   * @param history the file that keeps what was typed; made when missing
   * @param env the environment of the process: HOME, EDITOR and the like
   */
  public record Surface(
      PrintStyle.Format format, Colors colors, Path history, Map<String, String> env) {}
}
