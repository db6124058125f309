package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell within another program. */
@Timeout(60)
class EmbeddedShellTest {
  @TempDir private Path home;

  /** The other program. */
  static final class Application {
    public static void main(String[] args) {
      int status = Gantry.shell(Map.of("answer", 42, "names", List.of("a", "b")), args);
      System.out.println("the shell ended with " + status);
    }
  }

  @Test
  void seesWhatItWasGivenAndLeavesTheProgramRunning() throws Exception {
    String screen = run("answer + 1\nnames.size()\nexit(3)\n");
    assertThat(screen).contains("43\n", "2\n").endsWith("the shell ended with 3\n");
  }

  @Test
  void wrongOptionIsSaidAndIsNoShell() throws Exception {
    assertThat(run("", "--hots", "x")).contains("--hots").endsWith("the shell ended with 2\n");
  }

  private String run(String typed, String... args) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName());
    builder.command().addAll(List.of(args));
    builder.environment().putAll(Map.of("HOME", home.toString(), "TERM", "dumb"));
    builder.environment().remove("XDG_STATE_HOME");
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream keys = process.getOutputStream()) {
      keys.write(typed.getBytes(UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), UTF_8).replace("\r", "");
  }
}
