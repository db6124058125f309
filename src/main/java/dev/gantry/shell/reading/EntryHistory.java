package dev.gantry.shell.reading;

import dev.gantry.shell.printing.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, in this session and before: first the person's own file, then that of the
 * project, then the session. Without secrets, and never a reason not to start.
 *
 * <p>JLine's own file is not used: shells that are open at once lose each other's lines when one of
 * them shortens it (4.5.0).
 */
public final class EntryHistory extends DefaultHistory {
  private final List<HistoryFile> files = new ArrayList<>();
  private Consumer<String> notice = text -> {};
  private @Nullable HistoryFile kept;

  /**
   * Reads the files, and says where that does not go well. New entries go to the project's file if
   * it has one, else to the person's.
   *
   * @param reader whose history this is
   * @param own the person's file; made when missing
   * @param project the project's; made when missing
   */
  public void open(LineReader reader, Path own, Optional<Path> project, Console console) {
    notice = console::say;
    attach(reader);
    Stream.concat(Stream.of(own), project.stream()).forEach(this::take);
  }

  private void take(Path path) {
    try {
      HistoryFile file = HistoryFile.at(path);
      remember(file.read());
      files.add(file);
      kept = file;
    } catch (IOException | RuntimeException e) {
      HistoryFile.newest(HistoryFile.peek(path)).forEach(this::remember);
      notice.accept("what you type is not kept: cannot use " + path);
    }
  }

  private void remember(HistoryFile.Contents contents) {
    HistoryFile.newest(contents.entries()).forEach(this::remember);
    for (Path bad : contents.putAside()) {
      notice.accept("parts of the history were unreadable: the old file is now " + bad);
    }
  }

  private void remember(Typed entry) {
    internalAdd(entry.at(), entry.text());
  }

  /**
   * Takes in an entry, unless it starts with a blank, repeats the one before or carries a secret:
   * such a one can be recalled neither from a file nor from memory.
   */
  @Override
  public void add(Instant time, String line) {
    if (line.isBlank() || line.startsWith(" ") || isRepeated(line) || Secrets.isIn(line)) {
      return;
    }
    internalAdd(time, line);
    try {
      if (kept != null) {
        kept.append(new Typed(time, line));
      }
    } catch (IOException e) {
      kept = null;
      notice.accept("what you type is not kept any more: " + e.getMessage());
    }
  }

  private boolean isRepeated(String line) {
    return !isEmpty() && get(last()).equals(line);
  }

  /** All that can be recalled, oldest first. */
  public List<Typed> entries() {
    List<Typed> all = new ArrayList<>();
    for (History.Entry entry : this) {
      all.add(new Typed(entry.time(), entry.line()));
    }
    return all;
  }

  /**
   * Takes in what other shells have written meanwhile.
   *
   * @return how many entries are new here
   */
  public int sync() throws IOException {
    List<Typed> all = entries();
    Set<String> known = all.stream().map(Typed::text).collect(Collectors.toSet());
    for (HistoryFile file : files) {
      all.addAll(file.read().entries());
    }
    all.sort(Comparator.comparing(Typed::at));
    purge();
    HistoryFile.newest(all).forEach(this::remember);
    return (int) entries().stream().filter(entry -> !known.contains(entry.text())).count();
  }

  /** Files are read once, by {@link #open}. */
  @Override
  public void load() {}

  /** Every entry is in its file already. */
  @Override
  public void save() {}
}
