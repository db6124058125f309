package dev.gantry.shell;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is said, for tests. */
final class RecordingConsole implements Console {
  private final List<String> said = new ArrayList<>();

  List<String> said() {
    return said;
  }

  @Override
  public void result(Object value) {
    said.add(String.valueOf(value));
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
