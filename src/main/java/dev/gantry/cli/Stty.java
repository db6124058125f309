package dev.gantry.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program {@code stty} (POSIX.1-2017) on the terminal that standard input is. */
final class Stty {
  private Stty() {}

  /** All settings, in a form that {@link #restore} takes. */
  static String settings() throws IOException {
    return set("-g").strip();
  }

  /** Changes settings. */
  static String set(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Redirect.INHERIT)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("stty does not work here");
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  /** An interrupt must not keep the terminal from being mended. */
  static void restore(String settings) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      set(settings);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
