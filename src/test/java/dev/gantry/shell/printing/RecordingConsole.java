package dev.gantry.shell.printing;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is said, for tests. */
public final class RecordingConsole implements Console {
  private final List<String> said = new ArrayList<>();

  public List<String> said() {
    return said;
  }

  @Override
  public void result(Object value) {
    said.add(String.valueOf(value));
  }

  @Override
  public void page(Object value) {
    said.add("page: " + value);
  }

  @Override
  public void say(String text) {
    said.add(text);
  }

  @Override
  public void error(String text) {
    said.add("error: " + text);
  }
}
