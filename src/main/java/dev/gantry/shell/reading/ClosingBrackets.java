package dev.gantry.shell.reading;

import java.util.List;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * Keys that close a bracket. One that begins its line goes back by an indentation.
 *
 * <p>JLine's own (4.5.0) take the blank before them away wherever they stand: <code>{ it }</code>
 * becomes <code>{ it}</code>, and so does the inside of a text.
 */
final class ClosingBrackets {
  private static final List<String> KEYS = List.of(")", "]", "}");
  private static final int INDENTATION = 2;

  private ClosingBrackets() {}

  /** Puts them in the place of JLine's in both kinds of key map that take text. */
  static void bind(LineReader reader) {
    reader.getWidgets().put("gantry-closing-bracket", () -> close(reader));
    for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
      KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(map));
      KEYS.forEach(key -> keys.bind(new Reference("gantry-closing-bracket"), key));
    }
  }

  private static boolean close(LineReader reader) {
    Buffer buffer = reader.getBuffer();
    String line = buffer.upToCursor();
    line = line.substring(line.lastIndexOf('\n') + 1);
    if (line.isBlank() && buffer.upToCursor().contains("\n")) {
      buffer.backspace(Math.min(INDENTATION, line.length()));
    }
    reader.callWidget(LineReader.SELF_INSERT);
    return true;
  }
}
