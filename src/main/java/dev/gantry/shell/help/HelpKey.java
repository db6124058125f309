package dev.gantry.shell.help;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.utils.InfoCmp.Capability;

/** F1 and Alt-h: help on the name at the caret, above the line that is being typed. */
public final class HelpKey {
  private static final String NAME = "help-at-caret";
  private static final Pattern PATH =
      Pattern.compile(
          "[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*|\\['[^']*'\\]|\\[\\d+\\]|\\([^()]*\\)(?=\\.))*");

  private HelpKey() {}

  /**
   * Puts the keys in place.
   *
   * @param layout makes a page a text for the screen
   */
  public static void bind(LineReader reader, Help help, Function<Page, String> layout) {
    Widget widget =
        () -> {
          reader.printAbove(layout.apply(page(help, reader)));
          return true;
        };
    reader.getWidgets().put(NAME, widget);
    String f1 = KeyMap.key(reader.getTerminal(), Capability.key_f1);
    for (String map : new String[] {LineReader.EMACS, LineReader.VIINS, LineReader.VICMD}) {
      KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(map), map);
      keys.bind(new Reference(NAME), KeyMap.alt('h'));
      if (f1 != null) {
        keys.bind(new Reference(NAME), f1);
      }
    }
  }

  private static Page page(Help help, LineReader reader) {
    String line = reader.getBuffer().toString();
    String path = at(line, reader.getBuffer().cursor());
    if (path.isEmpty()) {
      return Help.overview();
    }
    Optional<Page> page = help.about(path);
    return page.orElseGet(() -> new Page().line(help.nothingOn(path)));
  }

  /**
   * The name at a place in a line, with what it is a name in, up to its end; that before the
   * bracket where the caret is within one: {@code docker.run} for {@code docker.run('x', |}.
   */
  static String at(String line, int caret) {
    String before = "";
    Matcher path = PATH.matcher(line);
    while (path.find() && path.start() <= caret) {
      boolean called = path.end() < line.length() && line.charAt(path.end()) == '(';
      if (path.end() >= caret || called) {
        before = path.group();
      }
      if (path.end() >= caret) {
        return upTo(path.group(), caret - path.start());
      }
    }
    return before;
  }

  /** Of {@code docker.containers.web} with the caret in its second name the first two. */
  private static String upTo(String path, int caret) {
    int end = path.indexOf('.', Math.max(0, caret));
    return end < 0 ? path : path.substring(0, end);
  }
}
