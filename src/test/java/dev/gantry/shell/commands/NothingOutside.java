package dev.gantry.shell.commands;

import dev.gantry.UsageException;
import dev.gantry.dsl.Docker;
import java.util.List;

/** A program around the shell that has no engine. */
public final class NothingOutside implements Outside {

  @Override
  public Docker engine(String nameOrUrl) {
    throw new UsageException("no context '" + nameOrUrl + "'");
  }

  @Override
  public String doctor(String nameOrUrl, int columns) {
    return "examined '" + nameOrUrl + "' in " + columns + " columns\n";
  }

  @Override
  public void run(String file, List<String> args) {
    throw new UsageException("ran " + file + " with " + args);
  }
}
