package dev.gantry.shell.commands;

import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.reading.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The user's own commands: a name and the entry it stands for. */
public final class Aliases {
  private static final String ARGS = "args";

  private Aliases() {}

  /** Enters what an alias stands for; the words behind it are {@code args} meanwhile. */
  static void run(String entry, String argument, CommandContext shell) {
    ScriptBinding variables = shell.session().variables();
    Map<?, ?> all = variables.getVariables();
    boolean had = all.containsKey(ARGS);
    @Nullable Object before = all.get(ARGS);
    List<String> words = Arguments.words(argument);
    variables.setVariable(ARGS, words);
    if (entry.contains(ARGS) && !Secrets.isIn(argument)) {
      shell.log().statement("args = " + literal(words));
    }
    try {
      shell.enter(entry);
    } finally {
      if (had) {
        variables.setVariable(ARGS, before);
      } else {
        variables.removeVariable(ARGS);
      }
    }
  }

  private static String literal(List<String> words) {
    return words.stream()
        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** A sentence for each alias that has the name of a command. */
  public static List<String> hidden(Set<String> aliases) {
    return aliases.stream()
        .filter(Commands.names()::contains)
        .map(name -> "the alias '" + name + "' is hidden by the command /" + name)
        .toList();
  }
}
