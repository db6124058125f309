package dev.gantry.shell.commands;

import dev.gantry.DidYouMean;
import dev.gantry.json.Printable;
import dev.gantry.json.Tabular;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.reading.Secrets;
import groovy.lang.Closure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /vars}, {@code /imports} and {@code /reset}: what the session knows. */
final class SessionCommands {
  private static final int SHORT = 60;

  private SessionCommands() {}

  static void vars(CommandContext shell, String none) {
    ScriptBinding variables = shell.session().variables();
    List<Map<String, String>> rows =
        Stream.concat(
                variables.names().stream()
                    .filter(name -> variables.isUsers(name) && !name.startsWith("_"))
                    .map(name -> row(name, variables.getVariables().get(name))),
                variables.methods().stream()
                    .sorted()
                    .map(name -> Map.of("NAME", name, "TYPE", "method", "VALUE", "")))
            .toList();
    if (rows.isEmpty()) {
      shell.console().say("nothing yet: x = 1 makes a variable");
    } else {
      Tabular table = Tabular.of(List.of("NAME", "TYPE", "VALUE"), rows);
      shell.perform("vars", () -> new Outcome.Value(table));
    }
  }

  private static Map<String, String> row(String name, @Nullable Object value) {
    String type = value == null ? "null" : type(value);
    return Map.of("NAME", name, "TYPE", type, "VALUE", text(name, value));
  }

  private static String type(Object value) {
    return value instanceof Closure ? "closure" : value.getClass().getSimpleName();
  }

  /** Nothing is called that may ask an engine, or is the user's own. */
  private static String text(String name, @Nullable Object value) {
    if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
      String text = Printable.text(value.toString());
      return Secrets.isIn(name + ": 'x'")
          ? "***"
          : text.length() > SHORT ? text.substring(0, SHORT - 1) + "…" : text;
    }
    if (value instanceof Map<?, ?> map && isJdks(map)) {
      return count(map.size(), "key");
    }
    if (value instanceof Collection<?> several && isJdks(several)) {
      return count(several.size(), "element");
    }
    return value instanceof Enum<?> one ? one.name() : "";
  }

  private static boolean isJdks(Object value) {
    return value.getClass().getName().startsWith("java.util.");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  static void imports(CommandContext shell, String none) {
    List<String> imports = shell.session().imports();
    shell.console().say(imports.isEmpty() ? "none but Groovy's own" : String.join("\n", imports));
  }

  static void page(CommandContext shell, String none) {
    Object last = shell.session().variables().getVariables().get("_");
    if (last == null) {
      shell.console().error("there is no result yet");
      return;
    }
    shell.perform(
        "pager",
        () -> {
          shell.console().page(last);
          return new Outcome.Value(null);
        });
  }

  static void reset(CommandContext shell, String name) {
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
}
