package dev.gantry.shell.reading;

import dev.gantry.shell.completion.AsOffered;
import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Entries typed at a terminal. */
public final class JLineLineSource implements LineSource {
  /** As wide as the prompt, and says what is still to be closed. */
  private static final String CONTINUATION = "%P  %M> ";

  private static final int HISTORY_SIZE = 10_000;

  private final LineReader reader;
  private final EntryHistory history;
  private final IntSupplier lastEntry;

  /**
   * @param lastEntry the number of the last entry, as in {@code Out[n]} and in messages
   */
  public JLineLineSource(LineReader reader, EntryHistory history, IntSupplier lastEntry) {
    this.reader = reader;
    this.history = history;
    this.lastEntry = lastEntry;
  }

  /**
   * A line editor with our keys.
   *
   * @param isCommand whether an entry is for the shell and not for Groovy
   */
  public static LineReader reader(
      Terminal terminal, Completer completer, Predicate<String> isCommand, EntryHistory history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("gantry")
            .parser(new EntryParser(isCommand))
            .completer(completer)
            .completionMatcher(new AsOffered())
            .history(history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
            .variable(LineReader.INDENTATION, 2)
            .variable(LineReader.LIST_MAX, 100)
            .variable(LineReader.MENU_LIST_MAX, 12)
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
            .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_SIZE)
            // Else every backslash of the entry is eaten before Groovy sees it.
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE_SEARCH, true)
            .option(Option.EMPTY_WORD_OPTIONS, false)
            // It offers container names that are merely similar.
            .option(Option.COMPLETE_MATCHER_TYPO, false)
            // It changes the blanks of code that has several lines.
            .option(Option.HISTORY_REDUCE_BLANKS, false)
            .option(Option.HISTORY_BEEP, false)
            .build();
    ClosingBrackets.bind(reader);
    return reader;
  }

  @Override
  public Input next() {
    startOnAFreshLine();
    try {
      return new Input.Entry(reader.readLine("gantry:" + (lastEntry.getAsInt() + 1) + "> "));
    } catch (UserInterruptException e) {
      if (isDumb()) {
        reader.getTerminal().writer().println(); // elsewhere JLine ends the line itself
      }
      return new Input.Cancelled();
    } catch (EndOfFileException e) {
      return new Input.End();
    }
  }

  /**
   * Leaves a line that output ended in the middle of. Where the cursor already is at the start, the
   * blanks end on the same line; they are wiped, or a narrower window would wrap them.
   *
   * <p>JLine's AUTO_FRESH_LINE does not wipe them (4.5.0).
   */
  private void startOnAFreshLine() {
    Terminal terminal = reader.getTerminal();
    int columns = terminal.getSize().getColumns();
    if (columns > 1 && !isDumb()) {
      terminal.writer().print(" ".repeat(columns - 1) + "\r");
      terminal.puts(Capability.clr_eol);
      terminal.flush();
    }
  }

  private boolean isDumb() {
    return reader.getTerminal().getStringCapability(Capability.clr_eol) == null;
  }

  @Override
  public List<Typed> history() {
    return history.entries();
  }

  @Override
  public int sync() throws IOException {
    return history.sync();
  }
}
