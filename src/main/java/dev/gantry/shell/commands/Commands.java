package dev.gantry.shell.commands;

import dev.gantry.DidYouMean;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of commands: a new one is a line here, and a method or a class of its own. */
public final class Commands {
  private Commands() {}

  private static final List<ShellCommand> TABLE =
      List.of(
          new ShellCommand(
              "help", "/help [word]", "on a verb, a topic, a value; ?word too", HelpCommand::help),
          new ShellCommand("?", "?name, name?", "what a name is and can do", HelpCommand::about),
          new ShellCommand(
              "find",
              "/find words",
              "search verbs, options, operations and fields",
              HelpCommand::find),
          new ShellCommand(
              "tour", "/tour", "five steps on your engine; changes nothing", TourCommand::run),
          new ShellCommand("exit", "/exit", "leave; Ctrl-D does the same", (s, x) -> s.leave(0)),
          new ShellCommand("quit", "/quit", "the same as /exit", (s, x) -> s.leave(0)),
          new ShellCommand(
              "history",
              "/history [n] [text]",
              "what was typed: the last n entries, or those with a text; --sync: of other shells"
                  + " too",
              HistoryCommand::run),
          new ShellCommand(
              "edit",
              "/edit [n]",
              "the last entry, or entry n, in $EDITOR: what is saved stands at the prompt",
              EditCommand::run),
          new ShellCommand(
              "reset",
              "/reset [name]",
              "forget a variable, or all that was defined",
              Commands::reset),
          new ShellCommand(
              "trace",
              "/trace [on|off]",
              "the stack of the last error; on: of every error",
              Commands::trace),
          new ShellCommand("jobs", "/jobs", "what runs in the background", JobCommands::list),
          new ShellCommand(
              "fg", "/fg [n]", "wait for a job; Ctrl-Z lets it go again", JobCommands::bringBack),
          new ShellCommand("kill", "/kill [n]", "stop a job", JobCommands::kill),
          new ShellCommand("time", "/time entry", "how long an entry takes", JobCommands::time),
          new ShellCommand(
              "!", "/!command", "run a command of the operating system", SystemCommand::run));

  /** Without the slash. */
  public static Set<String> names() {
    return TABLE.stream().map(ShellCommand::name).collect(Collectors.toCollection(TreeSet::new));
  }

  static List<ShellCommand> all() {
    return TABLE;
  }

  /** Runs a command, or says which one was probably meant. */
  public static void run(CommandLine line, CommandContext shell) {
    TABLE.stream()
        .filter(command -> command.name().equals(line.name()))
        .findFirst()
        .ifPresentOrElse(
            command -> command.action().run(shell, line.argument()), () -> unknown(line, shell));
  }

  private static void unknown(CommandLine line, CommandContext shell) {
    String hint = DidYouMean.hint(line.name(), names()).replace("'", "").replace("mean ", "mean /");
    shell
        .console()
        .error(
            "unknown command /"
                + line.name()
                + (hint.isEmpty() ? "; /help lists the commands" : hint));
  }

  private static void reset(CommandContext shell, String name) {
    if (name.isEmpty()) {
      shell.session().reset();
      shell.console().say("forgot all variables, methods, classes and imports");
    } else if (shell.session().forget(name)) {
      shell.console().say("forgot " + name);
    } else {
      String hint = DidYouMean.hint(name, shell.session().variables().names());
      shell.console().error("there is no variable '" + name + "'" + hint);
    }
  }

  private static void trace(CommandContext shell, String argument) {
    switch (argument) {
      case "on" -> shell.trace(true);
      case "off" -> shell.trace(false);
      case "" -> {
        String stack = shell.lastStack();
        shell.console().say(stack == null ? "there was no error" : stack);
      }
      default -> shell.console().error("/trace takes on, off or nothing, not '" + argument + "'");
    }
  }
}
