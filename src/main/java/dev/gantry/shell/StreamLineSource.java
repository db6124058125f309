package dev.gantry.shell;

import dev.gantry.UsageException;
import dev.gantry.script.Completeness;
import dev.gantry.script.Completeness.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Entries from a pipe or a file: no prompt, no editing, as many lines per entry as it needs. */
final class StreamLineSource implements LineSource {
  private final BufferedReader in;

  StreamLineSource(Reader in) {
    this.in = new BufferedReader(in);
  }

  @Override
  public Input next() {
    String entry = line();
    if (entry == null) {
      return new Input.End();
    }
    while (isOpen(entry)) {
      String more = line();
      if (more == null) {
        break; // what ends inside a bracket is an error, and the compiler has the words for it
      }
      entry = entry + "\n" + more;
    }
    return new Input.Entry(entry);
  }

  private static boolean isOpen(String entry) {
    return !CommandLine.isCommand(entry) && Completeness.of(entry).status() == Status.INCOMPLETE;
  }

  private @Nullable String line() {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UsageException("cannot read from standard input: " + e.getMessage());
    }
  }
}
