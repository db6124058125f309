package dev.gantry.script;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What a session has done so far, to be written as a script. */
public final class SessionLog {
  private final List<SavedEntry> entries = new ArrayList<>();
  private final List<Object> lines = new ArrayList<>();

  /**
   * An entry ran to its end.
   *
   * @param number its number in the session
   * @param gave whether it gave a value: then {@code _} is that
   */
  public void ran(int number, String text, boolean gave) {
    SavedEntry entry = new SavedEntry(number, text, gave);
    entries.add(entry);
    lines.add(entry);
  }

  /** Something that a reader of the script should know. */
  public void comment(String what) {
    lines.add("// " + what.lines().findFirst().orElse(""));
  }

  /** A command was entered that a script does by a statement. */
  public void statement(String statement) {
    lines.add(statement);
  }

  /** How many entries a script would have. */
  public int size() {
    return entries.size();
  }

  /**
   * The session as a script that does the same again: the entries that ran, as they were entered.
   *
   * <p>Imports come first. What was declared anew stands there once, as it was in the end; a name
   * that was declared several times, or that methods use, loses its {@code def}: in a script that
   * would be another variable. An import that a later one of the same name replaced is written in
   * full. Results that were used by {@code _} or {@code Out[n]} are kept.
   */
  public String script() {
    List<SavedEntry> inFull = ReboundImports.writtenOut(entries);
    SavedNames names = new SavedNames(inFull);
    Iterator<SavedEntry> next = inFull.iterator();
    List<String> text = new ArrayList<>(names.imports());
    if (!names.results().isEmpty()) {
      text.add("Out = out = [:]");
    }
    for (Object line : lines) {
      String written = line instanceof SavedEntry ? names.written(next.next()) : line.toString();
      if (!written.isBlank()) {
        text.add(written);
      }
    }
    return String.join("\n", text) + "\n";
  }
}
