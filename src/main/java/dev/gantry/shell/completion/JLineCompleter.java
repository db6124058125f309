package dev.gantry.shell.completion;

import dev.gantry.json.Printable;
import dev.gantry.shell.completion.Completion.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * Hands suggestions to JLine, within a budget: JLine asks on the thread that reads the keys, and
 * nothing typed is seen until it has its answer.
 */
public final class JLineCompleter implements Completer {
  private static final Duration BUDGET = Duration.ofMillis(150);
  private static final int HISTORY = 200;

  private final Completion completion;
  private final BooleanSupplier icons;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "completion");
            thread.setDaemon(true);
            return thread;
          });

  private @Nullable Request asked;
  private @Nullable Future<List<Suggestion>> late;

  /**
   * @param icons whether signs stand beside what is offered
   */
  public JLineCompleter(Completion completion, BooleanSupplier icons) {
    this.completion = completion;
    this.icons = icons;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String whole = line.line();
    Request request =
        new Request(
            whole.substring(0, line.cursor()),
            whole.substring(line.cursor()),
            entries(reader.getHistory()));
    inTime(request).stream().map(this::candidate).forEach(candidates::add);
  }

  /** What to say where nothing was offered. */
  public String whyNothing() {
    boolean waiting = late != null || completion.isWaiting();
    return waiting ? "the engine has not answered yet" : "nothing to complete";
  }

  private static List<String> entries(History history) {
    List<String> entries = new ArrayList<>();
    int first = Math.max(history.first(), history.last() - HISTORY + 1);
    for (int i = first; i <= history.last(); i++) {
      entries.add(history.get(i));
    }
    return entries;
  }

  /**
   * Nothing, where it takes too long or fails: a missing suggestion is no reason for an error. What
   * came too late is there when the same is asked again.
   */
  List<Suggestion> inTime(Request request) {
    Future<List<Suggestion>> answer = late;
    if (answer == null || !request.equals(asked)) {
      answer = threads.submit(() -> completion.after(request));
    }
    late = null;
    try {
      return answer.get(BUDGET.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked = request;
      late = answer;
      return List.of();
    } catch (ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private Candidate candidate(Suggestion suggestion) {
    String about = Printable.line(suggestion.description());
    String description = about.isEmpty() ? null : about;
    return new Candidate(
        suggestion.text(),
        icons.getAsBoolean() ? Icons.beside(suggestion) : suggestion.shown(),
        suggestion.group(),
        description,
        null,
        null,
        false,
        suggestion.rank());
  }
}
