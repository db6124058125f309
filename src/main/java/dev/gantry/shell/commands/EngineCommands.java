package dev.gantry.shell.commands;

import dev.gantry.GantryException;
import dev.gantry.dsl.Docker;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptBinding;

/** {@code /use} and {@code /doctor}: which engine {@code docker} is, and how it is reached. */
final class EngineCommands {
  private static final String DOCKER = "docker";

  private EngineCommands() {}

  static void use(CommandContext shell, String nameOrUrl) {
    ScriptBinding variables = shell.session().variables();
    if (nameOrUrl.isEmpty()) {
      shell.perform(
          "contexts", () -> new Outcome.Value(((Docker) variables.ours(DOCKER)).getContexts()));
      return;
    }
    boolean reached = shell.perform("use " + nameOrUrl, () -> reach(shell, nameOrUrl));
    if (reached) {
      shell.engine(nameOrUrl);
      shell.log().statement("docker = docker.on('" + nameOrUrl.replace("'", "\\'") + "')");
    }
  }

  /** Only an engine that answers takes the place of the one in use. */
  private static Outcome reach(CommandContext shell, String nameOrUrl) {
    try {
      Docker there = shell.outside().engine(nameOrUrl);
      there.ping();
      shell.session().variables().replace(DOCKER, there);
      shell.console().say("docker is " + there.getHost());
      return new Outcome.Value(null);
    } catch (GantryException e) {
      String said = e.getMessage() + "\n  docker stays what it was";
      return new Outcome.Failed(said, e);
    }
  }

  static void doctor(CommandContext shell, String nameOrUrl) {
    String which = nameOrUrl.isEmpty() ? shell.engine() : nameOrUrl;
    shell.perform(
        "doctor",
        () -> {
          String page = shell.outside().doctor(which, shell.console().columns());
          shell.console().say(page.stripTrailing());
          return new Outcome.Value(null);
        });
  }
}
