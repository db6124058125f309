package dev.gantry.shell.commands;

import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.script.SessionLog;
import dev.gantry.shell.printing.Console;
import dev.gantry.shell.reading.LineSource;
import dev.gantry.shell.running.Job;
import dev.gantry.shell.running.Jobs;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command may do with the shell that it was typed at. */
public interface CommandContext {

  /** Where it says things. */
  Console console();

  /** Where entries come from, and what came before. */
  LineSource lines();

  /** What the user defined. */
  Session session();

  /** What the user chose. */
  Settings settings();

  /** What runs in the background. */
  Jobs jobs();

  /** Waits for a job as for an entry. */
  void bringBack(Job job);

  /** Runs an entry, and says how long that took. */
  void time(String entry);

  /** Where choices are kept. */
  SettingsFile settingsFile();

  /** What the session has done, for {@code /save}. */
  SessionLog log();

  /** The files that are loaded again when they change. */
  WatchedFiles watched();

  /** What only the program around the shell can do. */
  Outside outside();

  /** How the engine in use was named; empty for that of the command line. */
  String engine();

  /** Remembers how the engine that is used from now on was named. */
  void engine(String nameOrUrl);

  /** Enters a text, as if it had been typed. */
  void enter(String entry);

  /**
   * Does something as an entry is run: Ctrl-C stops it, and what it gives or throws is shown.
   *
   * @return whether it came to its end
   */
  boolean perform(String name, Supplier<Outcome> work);

  /** Ends the shell after the current entry; while jobs run, only when asked again. */
  void leave(int status);

  /** From now on errors are shown with their stack, or without. */
  void trace(boolean on);

  /** The stack of the last error, if there was one. */
  @Nullable String lastStack();
}
