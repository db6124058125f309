package dev.gantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Docker;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The session in the README, typed at the real shell: each answer holds the lines shown. */
@Timeout(180)
final class ShellTranscriptTest {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^gantry:\\d+> (.*)\n((?:(?!gantry:\\d+> ).*\n)*)");

  @TempDir Path home;

  @OnEngines("28")
  void sessionOfTheReadmeGoesAsShown(TestEngine engine) throws IOException {
    Docker docker = ScriptRun.docker(engine);
    try (Tmux shell = Tmux.open(engine, home, 110)) {
      run(docker, "web", "sh", "-c", "echo ready; exec sleep 600");
      run(docker, "db", "sleep", "600");
      run(docker, "old", "true");
      for (Snippet snippet : Snippet.in(Path.of("README.md"), "shell tested")) {
        Matcher entry = ENTRY.matcher(snippet.text());
        while (entry.find()) {
          String screen = shell.answer(entry.group(1));
          assertThat(screen).as(snippet.name()).containsPattern(pattern(entry.group(2)));
        }
      }
    } finally {
      docker.ps(Map.of("all", true)).stream()
          .filter(it -> List.of("web", "db", "old").contains(it.getName()))
          .forEach(it -> it.remove(Map.of("force", true)));
    }
  }

  private static void run(Docker docker, String name, String... command) {
    docker.run(Map.of("name", name, "detach", true, "stopTimeout", 0), words(command));
  }

  private static Object[] words(String... command) {
    Object[] words = new Object[command.length + 1];
    words[0] = "busybox";
    System.arraycopy(command, 0, words, 1, command.length);
    return words;
  }

  /** In the lines shown {@code …} stands for anything, over several lines too. */
  private static Pattern pattern(String output) {
    StringBuilder pattern = new StringBuilder("(?s)");
    for (String part : output.strip().split("…", -1)) {
      pattern.append(pattern.length() > 4 ? ".*" : "").append(Pattern.quote(part.strip()));
    }
    return Pattern.compile(pattern.toString());
  }
}
