package dev.gantry.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed lately, so that an error in an old method can still show its line. */
final class EntryTexts {
  private static final int KEPT = 200;

  private final Map<String, ScriptSource> texts = new LinkedHashMap<>();

  /** Takes an entry in; messages and stack frames call it {@code gantry:12}. */
  synchronized ScriptSource add(int number, String text) {
    texts.remove(name(number - KEPT));
    return add(new ScriptSource(name(number), text));
  }

  /** Takes the text of a file in. */
  synchronized ScriptSource add(ScriptSource file) {
    texts.put(file.name(), file);
    return file;
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

  private static String name(int number) {
    return "gantry:" + number;
  }
}
