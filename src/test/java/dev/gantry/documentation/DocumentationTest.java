package dev.gantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.documentation.Snippet.Command;
import dev.gantry.dsl.Docker;
import dev.gantry.script.ScriptException;
import dev.gantry.script.ScriptSource;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works. A failure names the README's line. */
final class DocumentationTest {
  private static final Path README = Path.of("README.md");

  /** They ask Docker Hub, which tests do not. */
  private static final Pattern ELSEWHERE = Pattern.compile(".*\\.search\\(.*");

  @TempDir Path folder;

  @Test
  void helpStandsInTheReadmeWordForWord() throws IOException {
    Path help = Path.of("src/main/resources/dev/gantry/cli/help.txt");
    assertThat(Files.readString(README))
        .contains("<!-- gantry --help -->\n```\n" + Files.readString(help) + "```\n");
  }

  @Test
  void readmeHasSnippetsOfEveryKind() throws IOException {
    assertThat(Snippet.in(README, "groovy tested")).hasSizeGreaterThan(3);
    assertThat(Snippet.in(README, "console tested")).hasSizeGreaterThan(2);
    assertThat(tableOfJobs()).hasSizeGreaterThan(15);
  }

  @Test
  void filesThatTheDocumentationNamesAreThere() throws IOException {
    for (Path file : List.of(README, Path.of("CONTRIBUTING.md"))) {
      Pattern.compile("`((?:scripts|src|examples)/(?!NN)[^ `*]+)")
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> assertThat(Path.of(found.group(1))).as("in " + file).exists());
    }
  }

  @OnEngines
  void scriptsOfTheReadmeRun(TestEngine engine) throws IOException {
    Docker docker = ScriptRun.docker(engine);
    for (Snippet snippet : Snippet.in(README, "groovy tested")) {
      Belongings before = Belongings.of(docker);
      ScriptSource source = new ScriptSource(snippet.name(), snippet.text());
      assertThatCode(() -> ScriptRun.of(source, engine))
          .as(snippet.name())
          .doesNotThrowAnyException();
      assertThat(Belongings.of(docker)).as(snippet.name()).isEqualTo(before);
    }
  }

  /** On the newest engine alone: there are many commands, and each starts a JVM. */
  @OnEngines("28")
  void commandsOfTheReadmePrintWhatItShows(TestEngine engine) throws Exception {
    Terminal terminal = Terminal.in(folder, engine.host());
    for (Snippet snippet : Snippet.in(README, "console tested")) {
      for (Command command : snippet.commands()) {
        assertThat(terminal.run(command.line())).as(command.toString()).matches(command.pattern());
      }
    }
  }

  @OnEngines
  void jobsOfTheTableRunOneAfterTheOther(TestEngine engine) throws IOException {
    Docker docker = ScriptRun.docker(engine);
    Belongings before = Belongings.of(docker);
    List<String> lines =
        tableOfJobs().stream()
            .map(job -> job.startsWith("docker") && !ELSEWHERE.matcher(job).matches() ? job : "")
            .toList();
    ScriptSource source = new ScriptSource("README.md, table of jobs", String.join("\n", lines));

    assertThatCode(() -> ScriptRun.of(source, engine)).doesNotThrowAnyException();
    assertThat(Belongings.of(docker)).isEqualTo(before);
  }

  /**
   * The engine asks Docker Hub: without a way there its own error comes, and that is what counts.
   */
  @OnEngines
  void searchReachesTheEngine(TestEngine engine) throws IOException {
    String job =
        tableOfJobs().stream().filter(ELSEWHERE.asMatchPredicate()).findFirst().orElseThrow();
    try {
      ScriptRun.of(new ScriptSource("search", job), engine);
    } catch (ScriptException e) {
      assertThat(e).hasMessageStartingWith("Cannot search").hasMessageContaining("/images/search");
    }
  }

  @OnEngines
  void engineIsReachedByTcp(TestEngine engine) throws Exception {
    assumeThat(engine.tcpHost()).isPresent();
    String job =
        tableOfJobs().stream().filter(it -> it.startsWith("gantry")).findFirst().orElseThrow();
    String address = engine.tcpHost().orElseThrow().toString();
    Terminal terminal = Terminal.in(folder, engine.host());

    assertThat(terminal.run(job.replace("tcp://127.0.0.1:2375", address))).contains("NCPU:");
  }

  /** The last column of the table that is marked as tested. */
  private static List<String> tableOfJobs() throws IOException {
    String table = Files.readString(README).split("<!-- tested -->\n", -1)[1].split("\n\n", -1)[0];
    return table.lines().skip(2).map(row -> row.replaceFirst(".*\\| `(.*?)` \\|$", "$1")).toList();
  }
}
