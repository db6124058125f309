package dev.gantry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real terminal with the real program in it: keys go in, and the screen is looked at.
 *
 * <p>Each has a server of tmux (3.3 and later) of its own, which ends with it, and so does the
 * program. Screens are awaited, as nobody knows when a program has drawn what it draws.
 */
public final class Tmux implements AutoCloseable {
  /** The widths that scenarios are tried at: that of old terminals, and a roomy one. */
  public static final List<Integer> WIDTHS = List.of(80, 140);

  /** The window stays when the program has ended, and tells its status. */
  private static final String AND_ITS_STATUS =
      "\"$@\"; printf '\\nexit status %s\\n' $?; stty sane; read";

  private static final Pattern INTERRUPTED = Pattern.compile("(interrupted|cancelled) after");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String server =
      "gantry-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();

  private Tmux() {}

  /**
   * Opens the shell at an engine, and waits for its prompt.
   *
   * @param home a folder of the test's: history, settings and the Docker CLI's own are in there
   * @param columns of the screen, which has 24 rows
   */
  public static Tmux open(TestEngine engine, Path home, int columns) {
    Tmux shell = start(Map.of(), home, columns, "-H", engine.host().toString());
    try {
      return shell.awaitPrompt();
    } catch (AssertionError e) {
      shell.close();
      throw e;
    }
  }

  /**
   * Starts the program on a screen of 24 rows, and waits for nothing.
   *
   * @param environment beside what it needs; an empty value unsets a variable
   * @param home as above
   * @param args of the program
   */
  public static Tmux start(
      Map<String, String> environment, Path home, int columns, String... args) {
    assumeThat(isInstalled()).as("tmux is installed").isTrue();
    Tmux tmux = new Tmux();
    List<String> command = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d"));
    command.addAll(List.of("-x", String.valueOf(columns), "-y", "24"));
    command.addAll(List.of("env", "-i"));
    tmux.surroundings(environment, home).forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("bash", "-c", AND_ITS_STATUS, "bash"));
    command.addAll(Program.command("-Dgantry.terminals=in,out,err"));
    command.addAll(List.of(args));
    tmux.tmux(command.toArray(String[]::new));
    return tmux;
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
  }

  private Map<String, String> surroundings(Map<String, String> environment, Path home) {
    Map<String, String> all = new TreeMap<>(Map.of("HOME", home.toString(), "LC_ALL", "C.UTF-8"));
    all.put("PATH", System.getenv("PATH"));
    all.put("TERM", "tmux-256color");
    all.put("DOCKER_CONFIG", home.resolve(".docker").toString());
    all.putAll(environment);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /** Types a text, as it stands. */
  public Tmux type(String text) {
    tmux("send-keys", "-l", "--", text);
    return this;
  }

  /** Presses keys by tmux's names: {@code Enter}, {@code Tab}, {@code C-c}, {@code M-Enter}. */
  public Tmux key(String... names) {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(names));
    tmux(command.toArray(String[]::new));
    return this;
  }

  /**
   * Presses Ctrl-C, and waits until what ran has ended and there is a prompt. On a busy machine the
   * prompt may come first.
   */
  public Tmux interrupt() {
    key("C-c");
    return await("an end", screen -> INTERRUPTED.matcher(screen).find()).awaitPrompt();
  }

  /** Types a line and presses Enter. */
  public Tmux enter(String line) {
    return type(line).key("Enter");
  }

  /** Pastes a text, in the brackets of a paste if the program asked for them. */
  public Tmux paste(String text) {
    tmux("set-buffer", "--", text);
    tmux("paste-buffer", "-p");
    return this;
  }

  /** Wipes the screen at the prompt, so that what is awaited next is new. */
  public Tmux wipe() {
    awaitPrompt();
    key("C-l");
    await("only the prompt", screen -> screen.strip().lines().count() <= 3);
    tmux("clear-history");
    return this;
  }

  /** Wipes the screen, enters a line, and waits for the prompt after its answer. */
  public String answer(String line) {
    wipe();
    enter(line);
    await("a prompt after the answer", screen -> cursorRow() > 0 && isAtPrompt(screen));
    return screen();
  }

  /** Waits until a text is on the screen. */
  public Tmux await(String text) {
    return await("'" + text + "'", screen -> screen.contains(text));
  }

  /** Waits until a text is on the screen no more. */
  public Tmux awaitGone(String text) {
    return await("no '" + text + "'", screen -> !screen.contains(text));
  }

  /** Waits until the cursor stands behind an empty prompt. */
  public Tmux awaitPrompt() {
    return await("an empty prompt", this::isAtPrompt);
  }

  /**
   * Waits until the screen is as wanted.
   *
   * @throws AssertionError it did not come to that, with the screen as it is
   */
  public Tmux await(String what, Predicate<String> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(screen())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("there is no " + what + " on the screen:\n" + screen());
      }
      pause();
    }
    return this;
  }

  /** The text on the screen, without the blanks at the ends of lines. */
  public String screen() {
    return tmux("capture-pane", "-p");
  }

  /** The text on the screen with the escapes of its colours. */
  public String colours() {
    return tmux("capture-pane", "-p", "-e");
  }

  /** All that was printed, also what has left the screen at its top; long lines in one. */
  public String everything() {
    return tmux("capture-pane", "-p", "-J", "-S", "-");
  }

  /** Gives the window another size. */
  public Tmux resize(int columns, int rows) {
    tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    return this;
  }

  /**
   * Waits for the end of the program.
   *
   * @return its exit status
   */
  public int exitStatus() {
    await("exit status ");
    return Integer.parseInt(screen().replaceFirst("(?s).*exit status (\\d+).*", "$1"));
  }

  /** The process of the program. */
  public long pid() {
    ProcessHandle bash = ProcessHandle.of(Long.parseLong(format("#{pane_pid}"))).orElseThrow();
    return bash.children().findFirst().orElseThrow().pid();
  }

  private int cursorRow() {
    return Integer.parseInt(format("#{cursor_y}"));
  }

  private boolean isAtPrompt(String screen) {
    List<String> rows = screen.lines().toList();
    int row = cursorRow();
    return row < rows.size() && rows.get(row).matches("gantry\\S*> ?");
  }

  private String format(String variable) {
    return tmux("display-message", "-p", variable).strip();
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
    command.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().remove("TMUX");
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("is tmux installed? " + e.getMessage(), e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    tmux("kill-server");
  }
}
