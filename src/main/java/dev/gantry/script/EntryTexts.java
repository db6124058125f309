package dev.gantry.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed lately, so that an error in an old method can still show its line. */
final class EntryTexts {
  private static final int KEPT = 200;
  private static final String PREFIX = "gantry:";

  private final Map<String, ScriptSource> texts = new LinkedHashMap<>();
  private int files;

  /**
   * Takes an entry in that was typed.
   *
   * @return what stack frames call it, and messages
   */
  synchronized String add(int number, ScriptSource entry) {
    texts.remove(name(number - KEPT));
    texts.put(name(number), entry);
    return name(number);
  }

  /**
   * Takes the text of a file in.
   *
   * @return what stack frames call it; it is like the name of no entry
   */
  synchronized String add(ScriptSource file) {
    files++;
    String name = PREFIX + "0" + files;
    texts.put(name, file);
    return name;
  }

  synchronized Optional<String> text(int number) {
    return Optional.ofNullable(texts.get(name(number))).map(ScriptSource::text);
  }

  /** Where a frame stands in an entry; nothing for a frame that is none of the user's. */
  synchronized @Nullable Place place(StackTraceElement frame) {
    ScriptSource source = texts.get(String.valueOf(frame.getFileName()));
    int line = frame.getLineNumber();
    return source == null || line <= 0
        ? null
        : new Place(source.name(), line, 0, source.line(line));
  }

  /** What messages and frames call an entry that was typed. */
  static String name(int number) {
    return PREFIX + number;
  }
}
