package dev.gantry.shell.commands;

import dev.gantry.dsl.Docker;
import java.util.List;

/** What only the program around the shell can do. */
public interface Outside {

  /**
   * Another engine, by a context's name or an address. Nothing is sent.
   *
   * @throws dev.gantry.UsageException there is no such context, or it must not be reached like that
   */
  Docker engine(String nameOrUrl);

  /**
   * The page of {@code gantry --doctor}.
   *
   * @param nameOrUrl the engine to look at; empty for that of the command line
   * @param columns how wide the page may be
   */
  String doctor(String nameOrUrl, int columns);

  /**
   * Runs a script as {@code gantry file.groovy args…} would, apart from the session, in the calling
   * thread.
   *
   * @throws dev.gantry.GantryException as there
   * @throws dev.gantry.script.ScriptExit it called {@code exit}
   */
  void run(String file, List<String> args);
}
