package dev.gantry.shell.commands;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
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
              "forget a variable or method, or all that was defined",
              SessionCommands::reset),
          new ShellCommand("vars", "/vars", "what you have defined", SessionCommands::vars),
          new ShellCommand("imports", "/imports", "what is imported", SessionCommands::imports),
          new ShellCommand(
              "set",
              "/set [key [value]]",
              "settings: show or choose; --save keeps the choice",
              SetCommand::run),
          new ShellCommand(
              "save",
              "/save file",
              "the session as a script; -f: over an older file",
              FileCommands::save),
          new ShellCommand(
              "load",
              "/load file",
              "run a file within the session; -w: again when it changes",
              FileCommands::load),
          new ShellCommand(
              "run", "/run file [args]", "run a script apart from the session", FileCommands::run),
          new ShellCommand(
              "use",
              "/use [engine]",
              "docker is that context or address; alone: lists contexts",
              EngineCommands::use),
          new ShellCommand(
              "doctor",
              "/doctor [engine]",
              "how the engine is reached, what is wrong, what to do",
              EngineCommands::doctor),
          new ShellCommand(
              "pager", "/pager", "the last result in the pager", SessionCommands::page),
          new ShellCommand("clear", "/clear", "wipe the screen", (s, x) -> s.console().clear()),
          new ShellCommand(
              "trace",
              "/trace [on|off]",
              "the stack of the last error; on: of every error",
              Commands::trace),
          new ShellCommand("jobs", "/jobs", "what runs in the background", JobCommands::list),
          new ShellCommand(
              "fg", "/fg [n]", "wait for a job; Ctrl-Z lets it go again", JobCommands::bringBack),
          new ShellCommand("kill", "/kill [n]", "stop a job; all: every one", JobCommands::kill),
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

  /**
   * Runs a command or an alias. A beginning of a name that fits only one command will do; otherwise
   * says which one was probably meant.
   */
  public static void run(CommandLine line, CommandContext shell) {
    String alias = shell.settings().aliases().get(line.name());
    List<ShellCommand> meant = meant(line.name());
    try {
      if (meant.size() == 1 && (alias == null || meant.get(0).name().equals(line.name()))) {
        meant.get(0).action().run(shell, line.argument());
      } else if (alias != null) {
        Aliases.run(alias, line.argument(), shell);
      } else {
        shell.console().error(unknown(line.name(), meant));
      }
    } catch (UsageException e) {
      shell.console().error(String.valueOf(e.getMessage()));
    }
  }

  private static List<ShellCommand> meant(String name) {
    List<ShellCommand> same = TABLE.stream().filter(one -> one.name().equals(name)).toList();
    return same.isEmpty() && !name.isEmpty()
        ? TABLE.stream().filter(one -> one.name().startsWith(name)).toList()
        : same;
  }

  private static String unknown(String name, List<ShellCommand> meant) {
    if (meant.size() > 1) {
      return meant.stream()
          .map(one -> "/" + one.name())
          .collect(Collectors.joining(" or ", "/" + name + " is short for ", ""));
    }
    String hint = DidYouMean.hint(name, names()).replace("'", "").replace("mean ", "mean /");
    return "unknown command /" + name + (hint.isEmpty() ? "; /help lists the commands" : hint);
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
