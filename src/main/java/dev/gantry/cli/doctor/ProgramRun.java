package dev.gantry.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run, without input.
 *
 * @param status what it ended with; -1 when it took too long or did not start
 * @param text what it said, in a line
 */
record ProgramRun(int status, String text) {
  private static final int MOST = 4096;

  static ProgramRun of(Map<String, String> env, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().putAll(env);
    try {
      return ended(builder.start());
    } catch (IOException e) {
      return new ProgramRun(-1, String.valueOf(e.getMessage()));
    }
  }

  private static ProgramRun ended(Process process) throws IOException {
    try {
      boolean ended = process.waitFor(Doctor.QUESTION.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        return new ProgramRun(-1, "");
      }
      byte[] said = process.getInputStream().readNBytes(MOST);
      String text = new String(said, StandardCharsets.UTF_8).strip();
      return new ProgramRun(process.exitValue(), text.replaceAll("\\s+", " "));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProgramRun(-1, "");
    } finally {
      process.destroyForcibly();
    }
  }
}
