package dev.gantry.shell.running;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What is written while the shell runs: to the screen, or above the prompt by who writes. */
final class RoutedOutput extends OutputStream {
  private final OutputStream direct;
  private final ShellScreen screen;

  RoutedOutput(OutputStream direct, ShellScreen screen) {
    this.direct = direct;
    this.screen = screen;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Run run = RunThreads.current();
    Job job = run == null ? null : run.job();
    if (job != null) {
      List<String> lines = job.written().add(bytes, offset, length);
      lines.forEach(line -> screen.add(job, line));
    } else if (run == null && screen.isElsewhere()) {
      screen.addStray(bytes, offset, length);
    } else {
      direct.write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    direct.flush();
  }
}
