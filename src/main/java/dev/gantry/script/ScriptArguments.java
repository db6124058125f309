package dev.gantry.script;

import dev.gantry.DidYouMean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a script by the options that it names: {@code dryRun: false} is the flag
 * {@code --dry-run}, {@code days: 30} takes a whole number, {@code label: []} may be repeated, any
 * other takes a text. {@code args: []} allows arguments that are no options, {@code args: 'VOLUME
 * FILE'} wants one for each word.
 */
final class ScriptArguments {
  private static final String REST = "args";

  private final Map<String, @Nullable Object> values;
  private final Deque<String> left;

  private ScriptArguments(Map<String, ? extends @Nullable Object> defaults, List<String> args) {
    values = new LinkedHashMap<>(defaults);
    left = new ArrayDeque<>(args);
  }

  /** Whether somebody wants to know how to use the script. */
  static boolean askForHelp(List<String> args) {
    int end = args.indexOf("--");
    List<String> options = end < 0 ? args : args.subList(0, end);
    return options.contains("--help") || options.contains("-h");
  }

  /**
   * Reads the arguments.
   *
   * @param defaults the options and their values when they are not given
   * @throws ArgumentException an option is unknown, lacks its value or has a wrong one, or
   *     something is no option where only options are wanted
   */
  static Map<String, @Nullable Object> parse(
      Map<String, ? extends @Nullable Object> defaults, List<String> args) {
    ScriptArguments arguments = new ScriptArguments(defaults, args);
    arguments.readAll();
    arguments.checkRest(defaults.get(REST));
    return arguments.values;
  }

  private void checkRest(@Nullable Object wanted) {
    boolean named = wanted instanceof CharSequence;
    int count = named ? wanted.toString().split(" ", -1).length : 0;
    if (named && (!(values.get(REST) instanceof List<?> given) || given.size() != count)) {
      throw new ArgumentException("wanted: " + wanted);
    }
  }

  private void readAll() {
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      if (word.equals("--")) {
        left.forEach(this::addRest);
        left.clear();
      } else if (word.startsWith("--")) {
        readOption(word);
      } else {
        addRest(word);
      }
    }
  }

  private void readOption(String word) {
    int equals = word.indexOf('=');
    String flag = equals < 0 ? word : word.substring(0, equals);
    String name = nameOf(flag);
    Object known = values.get(name);
    if (known instanceof Boolean) {
      if (equals >= 0) {
        throw new ArgumentException(flag + " takes no value");
      }
      values.put(name, true);
      return;
    }
    if (equals < 0 && left.isEmpty()) {
      throw new ArgumentException(flag + " needs a value");
    }
    String text = equals < 0 ? left.removeFirst() : word.substring(equals + 1);
    values.put(name, value(flag, known, text));
  }

  private static Object value(String flag, @Nullable Object known, String text) {
    if (known instanceof Collection<?> before) {
      return with(before, text);
    }
    if (!(known instanceof Number)) {
      return text;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new ArgumentException(flag + " wants a whole number, got '" + text + "'");
    }
  }

  private void addRest(String word) {
    Object before = values.get(REST);
    if (before == null) {
      throw new ArgumentException("'" + word + "' is not wanted: the script takes options only");
    }
    values.put(REST, with(before instanceof Collection<?> some ? some : List.of(), word));
  }

  private static List<Object> with(Collection<?> before, String word) {
    List<Object> all = new ArrayList<>(before);
    all.add(word);
    return all;
  }

  private String nameOf(String flag) {
    List<String> flags = new ArrayList<>();
    for (String name : values.keySet()) {
      if (flag.equals(flag(name)) && !name.equals(REST)) {
        return name;
      }
      flags.add(flag(name));
    }
    throw new ArgumentException("unknown option '" + flag + "'" + DidYouMean.hint(flag, flags));
  }

  private static String flag(String name) {
    return "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
