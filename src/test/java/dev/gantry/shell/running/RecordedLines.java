package dev.gantry.shell.running;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Keeps what jobs print and what is told of them, for tests. */
public final class RecordedLines implements BackgroundLines {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void add(Job job, String line) {
    lines.add(job.getId() + " | " + line);
  }

  @Override
  public void tell(Job job, String what) {
    lines.add(job.getId() + " " + what);
  }

  /** Waits for a line that begins so. */
  void await(String beginning) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (lines.stream().noneMatch(line -> line.startsWith(beginning))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no line begins with '" + beginning + "': " + lines);
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
