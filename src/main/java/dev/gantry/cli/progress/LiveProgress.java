package dev.gantry.cli.progress;

import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Upload;
import dev.gantry.shell.printing.ScreenSize;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Progress for a person at a terminal: the rows of a board, in place, ten frames a second. */
final class LiveProgress implements Notices.Work {
  private static final long FRAME_MILLIS = 100;

  private final Board board = new Board();
  private final ScreenSize size = new ScreenSize();
  private final Screen screen;
  private final Runnable atEnd;
  private final Thread painter = new Thread(this::paint, "progress");

  /** The process may be ended before the work is closed; the cursor has to be there again. */
  private final Thread rescue = new Thread(this::end, "progress-end");

  private boolean over;

  LiveProgress(PrintStream err, Runnable atEnd) {
    this.screen = new Screen(err);
    this.atEnd = atEnd;
    Runtime.getRuntime().addShutdownHook(rescue);
    painter.setDaemon(true);
    painter.start();
  }

  @Override
  public synchronized void tell(Map<String, @Nullable Object> event) {
    board.add(event, Instant.now());
  }

  @Override
  public synchronized void sent(Upload upload) {
    board.sent(upload, Instant.now());
  }

  synchronized void say(String sentence) {
    screen.say(sentence, size.now());
  }

  private synchronized void paint() {
    try {
      while (!over) {
        screen.show(board.rows(Instant.now()), size.now());
        wait(FRAME_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void end() {
    if (!over) {
      over = true;
      screen.end(board.rows(Instant.now()), size.now());
      notifyAll();
    }
  }

  @Override
  public void close() {
    end();
    size.close();
    atEnd.run();
    try {
      Runtime.getRuntime().removeShutdownHook(rescue);
    } catch (IllegalStateException shuttingDown) {
      // Then it has run, or finds nothing left to do.
    }
  }
}
