package dev.gantry.shell.completion;

import dev.gantry.shell.completion.Scan.Open;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place among the arguments of a call, in its brackets or in the closure behind it.
 *
 * @param callee the expression that is called
 * @param path the names that lead there: {@code filters}, {@code status}
 * @param atName whether a name could begin there
 * @param index how many arguments came before, where no name leads there
 * @param given the names that are given beside it
 * @param closure whether names are assigned there, with an equals sign
 */
record Spot(
    Chain callee,
    List<String> path,
    boolean atName,
    int index,
    Set<String> given,
    boolean closure) {
  private static final Pattern NAME_BEFORE =
      Pattern.compile("(?:^|[\\s,(\\[{;])['\"]?([\\w.!-]+)['\"]?\\s*:\\s*$");
  private static final Pattern COMMAND =
      Pattern.compile(
          "^\\s*(?:(?:def\\s+)?\\w+\\s*=\\s*)?(\\w[\\w.?]*\\.\\w+)\\s+((?:[\\w'\"\\[].*)?)$",
          Pattern.DOTALL);
  private static final Pattern ASSIGNED_BEFORE = Pattern.compile("^\\s*(\\w+)\\s*=\\s*$");
  private static final Pattern GIVEN = Pattern.compile("(\\w+)\\s*:(?!:)");
  private static final Pattern ASSIGNED = Pattern.compile("(?m)(?:^|[{;>])\\s*(\\w+)\\s*=(?!=)");

  /** Nothing where the caret is in no call, or where something else than an argument begins. */
  static Optional<Spot> of(Caret caret) {
    return find(caret, true);
  }

  /** The call around the caret, wherever in an argument that is. */
  static Optional<Spot> around(Caret caret) {
    return find(caret, false);
  }

  private static Optional<Spot> find(Caret caret, boolean atArgument) {
    Deque<String> path = new ArrayDeque<>();
    List<Open> brackets = caret.brackets();
    int end = caret.valueStart();
    boolean blank = false;
    for (int i = brackets.size() - 1; i >= 0; i--) {
      Open bracket = brackets.get(i);
      if (bracket.kind() == '{') {
        Way way = new Way(path, blank, end);
        Optional<Spot> command = way.command(caret, bracket.since());
        return command.isPresent() ? command : way.closure(caret, bracket, atArgument);
      }
      String before = caret.text().substring(bracket.since(), Math.max(bracket.since(), end));
      boolean innermost = i == brackets.size() - 1;
      blank |= innermost && before.isBlank();
      Optional<String> name = name(before, false);
      name.ifPresent(path::addFirst);
      boolean elsewhere = innermost && name.isEmpty() && !blank;
      if (atArgument && (elsewhere || caret.isIndex(bracket))) {
        return Optional.empty();
      }
      if (bracket.kind() == '(') {
        return call(caret, bracket, new Way(path, blank, end));
      }
      end = bracket.at();
    }
    return new Way(path, blank, end).command(caret, caret.lastStatement());
  }

  /** How one gets to the caret from the brackets of a call. */
  private record Way(Deque<String> path, boolean blank, int end) {
    private Optional<Spot> closure(Caret caret, Open bracket, boolean atArgument) {
      String before = caret.text().substring(bracket.since(), Math.max(bracket.since(), end));
      boolean first = path.isEmpty() && end == caret.valueStart();
      Optional<String> name = name(before, true);
      name.ifPresent(path::addFirst);
      boolean elsewhere = first && name.isEmpty() && !before.isBlank();
      return atArgument && elsewhere
          ? Optional.empty()
          : call(caret, bracket, new Way(path, first ? before.isBlank() : blank, end));
    }

    /** A call without brackets: {@code docker.run 'busybox', name: 'x'}. */
    private Optional<Spot> command(Caret caret, int from) {
      Matcher statement = COMMAND.matcher(caret.text().substring(from, Math.max(from, end)));
      if (!statement.find()) {
        return Optional.empty();
      }
      String given = statement.group(2);
      Open all = new Scan("(" + given).open().get(0);
      String before = given.substring(Math.min(given.length(), all.since() - 1));
      Optional<String> name = name(before, false);
      name.ifPresent(path::addFirst);
      boolean first = path.isEmpty() && before.isBlank();
      return caret
          .chainTo(from + statement.end(1))
          .map(
              callee ->
                  new Spot(
                      callee,
                      List.copyOf(path),
                      blank || first,
                      all.index(),
                      given(given, false),
                      false));
    }
  }

  private static Optional<Spot> call(Caret caret, Open bracket, Way way) {
    boolean closure = bracket.kind() == '{';
    int end = closure ? Chain.skipBlanks(caret.text(), bracket.at()) : bracket.at();
    String within = caret.text().substring(bracket.start());
    return caret
        .chainTo(end)
        .filter(callee -> callee.last().kind() != Chain.Kind.LITERAL)
        .map(
            callee ->
                new Spot(
                    callee,
                    List.copyOf(way.path()),
                    way.blank(),
                    bracket.index(),
                    given(within, closure),
                    closure));
  }

  private static Optional<String> name(String before, boolean closure) {
    Matcher name = (closure ? ASSIGNED_BEFORE : NAME_BEFORE).matcher(before);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static Set<String> given(String within, boolean closure) {
    Set<String> names = new HashSet<>();
    Matcher given = (closure ? ASSIGNED : GIVEN).matcher(within);
    while (given.find()) {
      names.add(given.group(1));
    }
    return names;
  }
}
