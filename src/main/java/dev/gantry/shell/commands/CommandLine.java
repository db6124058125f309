package dev.gantry.shell.commands;

import dev.gantry.script.Completeness;
import dev.gantry.script.Completeness.Status;
import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.help.HelpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry that is for the shell and not for Groovy: {@code /name words}, or {@code /!words};
 * {@code ?path} and {@code path?} ask for help.
 *
 * <p>A slashy string at the start of an entry remains Groovy ({@code /web/ =~ x}); so does all that
 * starts with a blank.
 *
 * @param name without the slash; {@code !} for a command of the operating system, {@code ?} for
 *     help
 * @param argument the rest, stripped
 */
public record CommandLine(String name, String argument) {
  private static final Pattern FORM =
      Pattern.compile("/([!?]|[A-Za-z][\\w-]*(?=\\s|$)|(?=\\s*$))(.*)", Pattern.DOTALL);

  /**
   * The command that an entry is, or nothing where it is Groovy.
   *
   * @param aliases the user's own commands
   */
  public static Optional<CommandLine> of(String entry, Set<String> aliases) {
    Optional<String> help = HelpRequest.of(entry);
    if (help.isPresent()) {
      return help.map(path -> new CommandLine("?", path));
    }
    Matcher form = FORM.matcher(entry);
    if (!form.matches()) {
      return Optional.empty();
    }
    CommandLine command = new CommandLine(form.group(1), form.group(2).strip());
    boolean known = Commands.names().contains(command.name) || aliases.contains(command.name);
    return known || !isGroovy(entry) ? Optional.of(command) : Optional.empty();
  }

  /** Who types a bare {@code exit} or {@code quit} means the command, unless it is a variable. */
  public static boolean leaves(String entry, ScriptBinding variables) {
    String word = entry.strip();
    return (word.equals("exit") || word.equals("quit")) && !variables.hasVariable(word);
  }

  /** {@code /foo bar/ =~ x} has the form of a command, and is none. */
  private static boolean isGroovy(String entry) {
    return Completeness.of(entry).status() == Status.COMPLETE;
  }
}
