package dev.gantry.shell.running;

import dev.gantry.json.Colors;
import dev.gantry.json.Printable;
import dev.gantry.shell.reading.BelowEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * The line below the entry that is being typed: the engine, its mode, what runs; or a hint for what
 * is being typed.
 *
 * <p>It is drawn with the entry, and gone while something runs. JLine's own (org.jline.utils.Status
 * of 4.5.0) keeps a part of the screen from scrolling; a window that becomes smaller then shows it
 * over the entry.
 */
public final class StatusLine implements BelowEntry {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
  private static final String TRACED = "traced";

  private final EvaluationThread evaluation;
  private final About about;
  private final EngineFacts facts;
  private final BooleanSupplier wanted;
  private final Supplier<String> hint;

  /**
   * What it is about.
   *
   * @param marks how the engine is used: {@code read-only} and the like; what is {@code traced} is
   *     not asked for this line
   * @param engine what is called {@code docker} now
   * @param colors whether there are any
   */
  public record About(List<String> marks, Supplier<@Nullable Object> engine, Colors colors) {}

  /**
   * Knows nothing of the engine yet.
   *
   * @param wanted whether the person wants to see it
   * @param hint for what is being typed; comes first where it is not empty
   */
  public StatusLine(
      EvaluationThread evaluation, About about, BooleanSupplier wanted, Supplier<String> hint) {
    this.evaluation = evaluation;
    this.about = about;
    this.facts = new EngineFacts(about.engine(), !about.marks().contains(TRACED));
    this.wanted = wanted;
    this.hint = hint;
  }

  /** Asks the engine in the background. */
  @Override
  public void begins(Runnable news) {
    if (wanted.getAsBoolean()) {
      facts.refresh(news);
    }
  }

  @Override
  public void ends() {
    facts.used();
  }

  @Override
  public AttributedString line() {
    if (!wanted.getAsBoolean()) {
      return AttributedString.EMPTY;
    }
    String help = hint.get();
    String text = help.isEmpty() ? String.join(" · ", words()) : help;
    AttributedStyle style =
        about.colors() == Colors.ON ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
    return new AttributedString(Printable.line(text), style);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(facts.words());
    words.addAll(about.marks());
    int jobs = evaluation.jobs().running().size();
    words.add(jobs == 0 ? "" : jobs == 1 ? "1 job" : jobs + " jobs");
    Duration last = evaluation.last();
    words.add(last.compareTo(WORTH_TELLING) > 0 ? Spent.text(last) : "");
    words.removeIf(String::isEmpty);
    return words;
  }
}
