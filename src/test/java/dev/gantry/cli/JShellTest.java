package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.Program;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JShell with {@code docker} in it, fed with lines. Nobody is at its terminal. */
@Timeout(120)
class JShellTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path folder;

  @Test
  void wrongAddressIsSaidBeforeJShellStarts() throws Exception {
    assertThat(gantry("1+1", "-c", "dsl-none", "--jshell"))
        .startsWith("gantry: ")
        .contains("dsl-none")
        .endsWith("ended with 2");
  }

  @Test
  void unknownOptionOfJShellIsJShellsToRefuse() throws Exception {
    assertThat(gantry("", "--jshell", "--nonsense")).contains("nonsense").endsWith("ended with 1");
  }

  @OnEngines
  void errorsOfOursAreSentencesAndNothingThatWasRefusedIsSent(TestEngine engine) throws Exception {
    String out =
        gantry(
            """
            docker.getContainers().get("wbe")
            docker.getVolumes().create("dsl-jshell")
            opts("all")
            opts(1, 2)
            /exit 7
            """,
            "-H",
            engine.host().toString(),
            "--read-only",
            "--jshell");
    assertThat(out)
        .contains("NotFoundException: Cannot inspect container 'wbe': No such container: wbe (404")
        .contains("ReadOnlyException: ", "--read-only")
        .contains("UsageException: opts wants names and values in turn: one has no value")
        .contains("UsageException: opts wants texts as names, got 1")
        .contains("at (#1:1)")
        .doesNotContain("at EngineClient", "Caused by")
        .endsWith("ended with 7");
  }

  @OnEngines
  void resultsArePrintedAsGantryPrintsThem(TestEngine engine) throws Exception {
    String out =
        gantry(
            """
            docker.run(opts("rm", true), "busybox", "echo", "hi").toString()
            docker.ps(Map.of("filters", Map.of("name", "dsl-none")))
            int x = 40
            x + 2
            at(docker.getVersion(), "/Os")
            show(List.of(opts("a", 1, "b", 2)))
            var events = docker.events(opts("since", "1s", "until", "0s"))
            events.hasNext() ? "some" : "none"
            json.read("[1, 2]")
            """,
            "-H",
            engine.host().toString(),
            "--output",
            "table",
            "--jshell");
    assertThat(out)
        .contains("$1 ==> hi\n", "\nCONTAINER ID   NAME", "x ==> 40\n", "$4 ==> 42\n")
        .contains("$5 ==> linux\n", "A   B\n1   2\n", "events ==> Events\n")
        .containsPattern("\\$8 ==> (some|none)\n")
        .endsWith("ended with 0");
  }

  @OnEngines("28")
  void linesOfFileAreNotShownAndItsStreamsAreLeftAlone(TestEngine engine) throws Exception {
    Path file = folder.resolve("lines.jsh");
    Files.writeString(
        file, "docker.events()\nSystem.out.println(\"to \" + docker.getHost())\n/exit\n");
    assertThat(gantry("", "-H", engine.host().toString(), "--jshell", file.toString()))
        .isEqualTo("to " + engine.host() + "\nended with 0");
  }

  /** The line that the README has. */
  @OnEngines("28")
  void jshellOfTheJdkHasTheSameNames(TestEngine engine) throws Exception {
    String out =
        run(
            """
            docker.getHost()
            show(List.of(opts("a", 1, "b", 2)))
            docker.getVolumes().create("dsl-jshell")
            """,
            List.of(
                JAVA_HOME.resolve("bin/jshell").toString(),
                prefs().replace("-D", "-J-D"),
                "--class-path",
                jars(),
                "--startup",
                "DEFAULT",
                "--startup",
                "src/main/resources/dev/gantry/cli/jshell/start.jsh",
                "-R-Dgantry.options=--read-only -H " + engine.host()));
    assertThat(out).contains(engine.host().toString(), "A   B\n1   2\n", "ReadOnlyException");
  }

  private String gantry(String input, String... args) throws Exception {
    List<String> command = new ArrayList<>(Program.command(prefs()));
    command.addAll(List.of(args));
    return run(input, command);
  }

  /** JShell keeps its history there: not with whoever runs the tests. */
  private String prefs() {
    return "-Djava.util.prefs.userRoot=" + folder;
  }

  private static String jars() {
    return List.of(CLASS_PATH.split(":", -1)).stream()
        .filter(entry -> entry.endsWith(".jar") || Files.isDirectory(Path.of(entry)))
        .reduce((one, other) -> one + ":" + other)
        .orElseThrow();
  }

  /** All that it printed but the JDK's remark on its preferences, and how it ended. */
  private String run(String input, List<String> command) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("NO_COLOR", "1");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("it ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out).replaceAll(".*FileSystemPreferences.*\n.*preferences.*\n", "")
        + "ended with "
        + process.exitValue();
  }
}
