package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  @Test
  void nothingFoundIsMetWithTheNearest() {
    assertThat(find("restrat")).isEqualTo("nothing has 'restrat'; did you mean 'restart'?");
  }

  @Test
  void bestAreFirstAndAllKindsAreCounted() {
    List<String> lines = find("restart").lines().toList();
    assertThat(lines.get(0))
        .matches("'restart' is in \\d+ verbs?, \\d+ options, \\d+ operations?, \\d+ fields:");
    assertThat(lines.get(1)).startsWith("  verb    container.restart ");
    assertThat(lines.get(2)).startsWith("  option  docker.run(restart:)");
  }

  @Test
  void atMostTwentyAreShown() {
    assertThat(find("name").lines().filter(line -> line.matches("  [a-z]+ .*"))).hasSize(20);
    assertThat(find("name")).containsPattern("… and \\d+ more: add a word");
  }

  @Test
  void moreWordsFindLess() {
    assertThat(find("stop signal")).contains("docker.run(stopSignal:)");
    assertThat(find("exited containers remove")).contains("nothing has");
  }

  @Test
  void wordsOfTheDockerCliFindToo() {
    assertThat(find("--health-cmd")).contains("docker.run(healthCmd:)");
    assertThat(find("-p")).contains("docker.run(ports:)").doesNotContain("(pull:)", "verb");
    assertThat(find("-z")).contains("nothing has '-z'");
    assertThat(find("OomKilled")).contains("ContainerState.OOMKilled");
  }

  private static String find(String words) {
    return Search.find(words).text(140);
  }
}
