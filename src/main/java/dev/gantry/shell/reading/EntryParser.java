package dev.gantry.shell.reading;

import dev.gantry.script.Completeness;
import dev.gantry.script.Completeness.Status;
import java.util.function.Predicate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine whether Enter ends the entry, and which word is to be completed.
 *
 * <p>JLine's own parser takes an apostrophe in a comment for an open string and never accepts the
 * line (4.5.0).
 */
public final class EntryParser implements Parser {
  private final Predicate<String> isCommand;

  /**
   * @param isCommand whether an entry is for the shell: those have one line
   */
  EntryParser(Predicate<String> isCommand) {
    this.isCommand = isCommand;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    Completeness answer =
        switch (context) {
          case ACCEPT_LINE -> isCommand.test(line) ? Completeness.of("") : Completeness.of(line);
          // Asked for every line of the entry, at every key.
          case SECONDARY_PROMPT -> Completeness.ofBrackets(line);
          default -> Completeness.of("");
        };
    if (answer.status() == Status.INCOMPLETE) {
      throw unfinished(answer);
    }
    int caret = Math.min(cursor, line.length());
    return Word.at(line, caret, isCommand.test(line.substring(0, caret)));
  }

  /** A backslash is Groovy's to read. */
  @Override
  public boolean isEscapeChar(char ch) {
    return false;
  }

  private static EOFError unfinished(Completeness answer) {
    return new EOFError(
        -1, -1, "unfinished", answer.missing(), answer.openBrackets(), answer.missing());
  }
}
