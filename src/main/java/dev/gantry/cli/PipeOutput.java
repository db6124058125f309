package dev.gantry.cli;

import dev.gantry.script.ScriptExit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that stops the script when nobody reads any more ({@code gantry … | head -1}).
 * {@link java.io.PrintStream} would swallow the error and let the script run on for nothing.
 */
final class PipeOutput extends OutputStream {
  private final OutputStream out;

  PipeOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out);
  }

  @Override
  public void write(int b) {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  private static void attempt(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new ScriptExit(ExitStatus.BROKEN_PIPE.code());
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
