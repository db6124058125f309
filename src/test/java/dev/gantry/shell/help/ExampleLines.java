package dev.gantry.shell.help;

import java.util.List;

/** The examples of help that tests run, for tests elsewhere. */
public final class ExampleLines {
  private ExampleLines() {}

  /**
   * A line, and what it needs.
   *
   * @param swarm whether it is about a swarm
   */
  public record Line(String text, boolean swarm) {}

  /** Those that run on an API version. */
  public static List<Line> all() {
    return Examples.all().stream()
        .filter(it -> it.untested().isEmpty())
        .map(it -> new Line(it.line(), SWARM.contains(it.receiver())))
        .toList();
  }

  private static final List<String> SWARM =
      List.of(
          "Swarm",
          "Nodes",
          "Node",
          "Services",
          "Service",
          "Tasks",
          "Task",
          "Secrets",
          "Secret",
          "Configs",
          "Config");
}
