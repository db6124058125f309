package dev.gantry.shell.completion;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Hands suggestions to JLine, within a budget: JLine asks on the thread that reads the keys, and
 * nothing typed is seen until it has its answer.
 */
public final class JLineCompleter implements Completer {
  private static final Duration BUDGET = Duration.ofMillis(150);

  private final Completion completion;

  public JLineCompleter(Completion completion) {
    this.completion = completion;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String text = line.line().substring(0, line.cursor());
    inTime(text).stream().map(JLineCompleter::candidate).forEach(candidates::add);
  }

  /** Nothing, where it takes too long or fails: a missing suggestion is no reason for an error. */
  private List<Suggestion> inTime(String text) {
    try {
      return CompletableFuture.supplyAsync(() -> completion.after(text))
          .get(BUDGET.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Candidate candidate(Suggestion suggestion) {
    String description = suggestion.description().isEmpty() ? null : suggestion.description();
    return new Candidate(
        suggestion.text(), suggestion.text(), suggestion.group(), description, null, null, false);
  }
}
