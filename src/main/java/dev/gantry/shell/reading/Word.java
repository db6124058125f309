package dev.gantry.shell.reading;

import dev.gantry.shell.completion.Caret;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * The word before the caret: a name, what stands in a string, a word of a command. Only what stands
 * before the caret is replaced by a candidate.
 */
public record Word(String line, int cursor, String word) implements CompletingParsedLine {

  /**
   * The word at a place.
   *
   * @param command whether the entry is for the shell and not for Groovy
   */
  static Word at(String line, int cursor, boolean command) {
    String before = line.substring(0, cursor);
    return new Word(line, cursor, before.substring(Caret.wordStart(before, command)));
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
