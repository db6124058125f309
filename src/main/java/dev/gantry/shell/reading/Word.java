package dev.gantry.shell.reading;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * The word before the caret: a name, or a slash and a name at the start of the entry. Only what
 * stands before the caret is replaced by a candidate.
 */
public record Word(String line, int cursor, String word) implements CompletingParsedLine {

  static Word at(String line, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
      start--;
    }
    int wordStart = start == 1 && line.charAt(0) == '/' ? 0 : start;
    return new Word(line, cursor, line.substring(wordStart, cursor));
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return word.length();
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word);
  }
}
