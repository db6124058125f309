package dev.gantry.cli;

import dev.gantry.GantryException;
import dev.gantry.UsageException;

/**
 * The command line or the environment names no engine that can be used. It comes to light where a
 * script first uses {@code docker}, and is no error of the script.
 */
final class ReachException extends GantryException {
  ReachException(UsageException why) {
    super(String.valueOf(why.getMessage()), why);
  }
}
