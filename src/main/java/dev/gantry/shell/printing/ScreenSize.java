package dev.gantry.shell.printing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Signals;

/**
 * The size of the process's terminal, asked for again whenever the terminal says that it changed.
 *
 * <p>The program {@code stty} (POSIX.1-2017) is asked: Java has no call for it, and a terminal of
 * JLine would take over more than the size.
 */
public final class ScreenSize implements AutoCloseable {
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("(\\d+) (\\d+)\\s*");
  private static final String SIGNAL = "WINCH";

  private final Object former;
  private volatile boolean stale = true;
  private volatile Dimensions last = new Dimensions(24, 80);

  /**
   * A size in characters.
   *
   * @param rows at least 1
   * @param columns at least 1
   */
  public record Dimensions(int rows, int columns) {}

  /** Watches the terminal until it is closed. */
  public ScreenSize() {
    former = Signals.register(SIGNAL, () -> stale = true);
  }

  /** The size now; that of old terminals, 80 by 24, where there is no way to know. */
  public Dimensions now() {
    if (stale) {
      stale = false;
      last = ask(last);
    }
    return last;
  }

  private static Dimensions ask(Dimensions otherwise) {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] answer = stty.getInputStream().readAllBytes();
      return parse(new String(answer, StandardCharsets.US_ASCII), otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  static Dimensions parse(String answer, Dimensions otherwise) {
    Matcher size = ROWS_AND_COLUMNS.matcher(answer);
    if (!size.matches() || size.group(1).length() > 5 || size.group(2).length() > 5) {
      return otherwise;
    }
    int rows = Integer.parseInt(size.group(1));
    int columns = Integer.parseInt(size.group(2));
    return rows > 0 && columns > 0 ? new Dimensions(rows, columns) : otherwise;
  }

  @Override
  public void close() {
    Signals.unregister(SIGNAL, former);
  }
}
