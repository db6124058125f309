package dev.gantry.shell.completion;

import java.util.function.Supplier;
import org.jline.reader.LineReader;

/**
 * The hint for what stands in the line editor at the moment, for whoever shows it. Costs nothing
 * where nothing was typed since, and asks no engine.
 */
public final class TypingHint implements Supplier<String> {
  private final LineReader reader;
  private final Completion completion;
  private String lastText = "";
  private String lastLine = "";

  public TypingHint(LineReader reader, Completion completion) {
    this.reader = reader;
    this.completion = completion;
  }

  /** Empty where there is nothing to say. Never throws. */
  @Override
  public synchronized String get() {
    String text = reader.isReading() ? reader.getBuffer().upToCursor() : "";
    if (!text.equals(lastText)) {
      lastText = text;
      lastLine = completion.hint(text);
    }
    return lastLine;
  }
}
