package dev.gantry.shell.reading;

import java.util.List;

/** Where entries come from: a terminal, or a list in a test. */
public interface LineSource {

  /** Waits for the next entry. After {@link Input.End} it is not asked again. */
  Input next();

  /** What was typed, in this session and before, oldest first. */
  default List<String> history() {
    return List.of();
  }
}
