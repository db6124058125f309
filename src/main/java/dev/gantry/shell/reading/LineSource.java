package dev.gantry.shell.reading;

import dev.gantry.UsageException;
import java.io.IOException;
import java.util.List;

/** Where entries come from: a terminal, or a list in a test. */
public interface LineSource {

  /** Waits for the next entry. After {@link Input.End} it is not asked again. */
  Input next();

  /** Waits for an answer to a question; what is typed is not remembered. */
  default Input ask(String question) {
    return next();
  }

  /** What was typed, in this session and before, oldest first. */
  default List<Typed> history() {
    return List.of();
  }

  /**
   * Hands a text to the person's editor. What is saved stands at the next prompt.
   *
   * @throws UsageException there is no terminal, or no editor
   */
  default void edit(String text) {
    throw new UsageException("there is no terminal to edit at");
  }

  /**
   * Takes in what was typed meanwhile at other shells.
   *
   * @return how many entries are new here
   * @throws IOException the files of history cannot be read
   */
  default int sync() throws IOException {
    return 0;
  }
}
