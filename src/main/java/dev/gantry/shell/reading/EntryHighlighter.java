package dev.gantry.shell.reading;

import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import java.util.Optional;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.RegionType;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the prompt: the entry in its colours, and in grey how it went on before.
 *
 * <p>JLine calls it at every key, and after an error of it no line can be read any more (4.5.0): at
 * the first one it gives up.
 */
final class EntryHighlighter implements Highlighter {
  private final EntryColours colours;
  private final Suggestions suggestions;
  private final Settings settings;

  /** JLine's own shows what was searched for, and what is marked. */
  private final Highlighter marking = new DefaultHighlighter();

  private volatile boolean ready;
  private @Nullable Throwable failure;
  private boolean told;

  EntryHighlighter(EntryColours colours, Suggestions suggestions, Settings settings) {
    this.colours = colours;
    this.suggestions = suggestions;
    this.settings = settings;
  }

  /** From now on there are colours: before, their classes would be loaded between two keys. */
  void start() {
    colours.of("def x = [a: 1]", 0);
    ready = true;
  }

  /** Why it gave up, if it did since this was asked last: to be said once, between entries. */
  Optional<String> news() {
    Throwable error = told ? null : failure;
    told = failure != null;
    return Optional.ofNullable(error)
        .map(one -> "what is typed has no colours from now on, because they failed: " + one);
  }

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    EntryReader entry = (EntryReader) reader;
    boolean marks = entry.getSearchTerm() != null || entry.getRegionActive() != RegionType.NONE;
    AttributedString shown = marks ? marking.highlight(reader, text) : coloured(entry, text);
    String rest = rest(entry);
    return rest.isEmpty()
        ? shown
        : new AttributedStringBuilder()
            .append(shown)
            .styled(EntryStyle.SUGGESTION.style(), rest)
            .toAttributedString();
  }

  private AttributedString coloured(EntryReader reader, String text) {
    if (!ready || failure != null || !settings.is(Setting.HIGHLIGHT)) {
      return new AttributedString(text);
    }
    try {
      return colours.of(text, reader.isBeingTyped() ? reader.getBuffer().cursor() : -1);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failure = e;
      return new AttributedString(text);
    }
  }

  /** What can be taken over at the caret. */
  String rest(EntryReader reader) {
    return settings.is(Setting.SUGGEST) && reader.isAtEnd()
        ? suggestions.rest(reader.getBuffer().toString())
        : "";
  }
}
