package dev.gantry.shell.running;

import dev.gantry.json.Colors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Prints above the line that is being typed. What comes within 50 ms is printed at once, or the
 * line would be drawn anew each time. Nothing is lost: who prints faster than the screen waits.
 */
final class Announcer {
  private static final int WAITING = 500;
  private static final long COLLECTED_MILLIS = 50;
  private static final int[] COLOURS = {
    AttributedStyle.CYAN,
    AttributedStyle.MAGENTA,
    AttributedStyle.YELLOW,
    AttributedStyle.GREEN,
    AttributedStyle.BLUE
  };

  /** What moves the cursor or wipes (ECMA-48, CSI and its final byte), colours apart. */
  private static final Pattern MOVES = Pattern.compile("\u001b(\\[[0-?]*[ -/]*[@-ln-~]|[^\\[])");

  private final BlockingQueue<AttributedString> waiting = new ArrayBlockingQueue<>(WAITING);
  private final LineReader reader;
  private final Colors colors;
  private final Semaphore screen;
  private @Nullable Thread thread;

  /**
   * One that prints beside a reader.
   *
   * @param screen held while somebody has the screen for himself
   */
  Announcer(LineReader reader, Colors colors, Semaphore screen) {
    this.reader = reader;
    this.colors = colors;
    this.screen = screen;
  }

  /** Takes a line; waits while there are too many of them. */
  void add(@Nullable Job job, String line) {
    start();
    AttributedString marked = marked(job, line);
    if (waiting.offer(marked)) {
      return; // also for a thread that was told to stop, and says so
    }
    try {
      waiting.put(marked);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void start() {
    if (thread == null) {
      thread = new Thread(this::work, "gantry-announcer");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void work() {
    try {
      while (true) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(waiting.take());
        Thread.sleep(COLLECTED_MILLIS);
        waiting.drainTo(lines);
        screen.acquire();
        try {
          reader.printAbove(AttributedString.join(new AttributedString("\n"), lines));
        } finally {
          screen.release();
        }
      }
    } catch (InterruptedException e) {
      // The shell ends.
    }
  }

  private AttributedString marked(@Nullable Job job, String line) {
    String seen = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    String last = MOVES.matcher(seen.substring(seen.lastIndexOf('\r') + 1)).replaceAll("");
    AttributedStringBuilder text = new AttributedStringBuilder();
    if (job != null) {
      AttributedStyle style =
          colors == Colors.ON
              ? AttributedStyle.DEFAULT.foreground(COLOURS[job.getId() % COLOURS.length])
              : AttributedStyle.DEFAULT;
      text.styled(style, "[" + job.getName() + "] ");
    }
    text.appendAnsi(last);
    return text.toAttributedString();
  }
}
