package dev.gantry.shell.help;

import dev.gantry.dsl.Container;
import dev.gantry.dsl.ResourceList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /tour}: five steps on the engine at hand. All that it sends are questions. */
public final class Tour {
  private static final String CHOICE = "Enter runs it, s skips it, q leaves: ";

  private static final Set<String> LEAVE = Set.of("q", "quit", "/quit", "/exit", "exit");
  private static final Set<String> SKIP = Set.of("s", "skip");

  private static final String NO_ENGINE =
      """
      No engine is reached, so the tour ends here. To reach one, leave (Ctrl-D), and
        gantry --doctor               tells what is reached how, and what is wrong
        gantry -H ADDRESS             unix:///path, tcp://host:port, ssh://user@host
        gantry -c CONTEXT             docker.contexts shows those that there are
      Without an engine there is ?docker.run, /find restart, /help, and Tab.\
      """;

  private final Guide guide;
  private int step;

  /** What a tour may do. */
  public interface Guide {
    /** Says something. */
    void say(String text);

    /** Runs a line as if it had been typed, and shows what it gives. */
    void enter(String line);

    /** Asks the person; null when they want to leave. */
    @Nullable String ask(String question);

    /** The last result. */
    @Nullable Object last();

    /** The last error. */
    @Nullable Object lastError();
  }

  public Tour(Guide guide) {
    this.guide = guide;
  }

  /** Walks through the steps, until the person leaves or there is no engine. */
  public void run() {
    guide.say("Five steps on your engine; nothing is changed. Each shows the line to type.");
    Object before = guide.lastError();
    boolean goesOn =
        show("List. all: true is an option, given by its name.", "docker.ps(all: true)");
    if (goesOn && guide.lastError() != before) {
      guide.say(NO_ENGINE);
      return;
    }
    List<Container> containers = containers();
    boolean done =
        goesOn
            && show(
                "Filter. The engine filters by a map; ?filters lists the keys.",
                "docker.ps(filters: [status: 'running'])")
            && inspect(containers)
            && follow(containers)
            && show(
                "Ask. ?name and name? tell of anything; Tab completes what fits.",
                "?docker.run.restart");
    guide.say(
        done
            ? "That was it. /help has topics, /find searches, /help docker has the Docker CLI."
            : "The tour is left; /tour begins it again.");
  }

  private boolean inspect(List<Container> containers) {
    String what = containers.isEmpty() ? "docker.info" : path(containers.get(0)) + ".attrs.State";
    String text = "Inspect. Answers are maps and lists: go on with a dot, as deep as you like.";
    return show(text, containers.isEmpty() ? what + ".ServerVersion" : what);
  }

  private boolean follow(List<Container> containers) {
    Optional<Container> running = containers.stream().filter(it -> it.isRunning()).findFirst();
    return running
        .map(
            it ->
                show(
                    "Read what it writes. With follow: true that goes on until Ctrl-C.",
                    path(it) + ".logs(tail: 5)"))
        .orElseGet(
            () ->
                show(
                    "No container runs, or web.logs(follow: true) would show what it writes until"
                        + " Ctrl-C.\nWhat happened on the engine is shown in the same way:",
                    "docker.events(since: '1h', until: '0s')"));
  }

  /** Those of the first step, if it was taken. */
  private List<Container> containers() {
    return guide.last() instanceof ResourceList<?> list
        ? list.stream().filter(Container.class::isInstance).map(Container.class::cast).toList()
        : List.of();
  }

  private static String path(Container container) {
    String name = container.getName();
    return name.matches("[A-Za-z_]\\w*")
        ? "docker.containers." + name
        : "docker.containers['" + name + "']";
  }

  /**
   * One step.
   *
   * @return whether to go on
   */
  private boolean show(String text, String line) {
    step++;
    guide.say("\n" + step + "/5  " + text + "\n\n  " + line + "\n");
    String answer = guide.ask(CHOICE);
    if (answer == null || LEAVE.contains(answer.strip())) {
      return false;
    }
    if (!SKIP.contains(answer.strip())) {
      guide.enter(answer.isBlank() ? line : answer);
    }
    return true;
  }
}
