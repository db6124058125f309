package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.ScriptBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, without a terminal, and without an engine: {@code docker} would fail if it were made. */
class HelpTest {
  private final ScriptBinding variables =
      new ScriptBinding(
          Map.of(
              "docker",
              () -> {
                throw new AssertionError("help wants no engine");
              }));

  private final Help help = new Help(variables);

  @Test
  void unknownWordIsMetWithTheNearestAndTheSearch() {
    assertThat(help.about("dokcer.rnu")).isEmpty();
    assertThat(help.nothingOn("docker.rnu"))
        .isEqualTo(
            "no help on 'docker.rnu'; did you mean 'docker.run'?; /find rnu searches everything");
  }

  @Test
  void pageOfAVerbHasAllThatThereIsToKnow() {
    assertThat(page("docker.containers.web.stop"))
        .startsWith(
            """
            container.stop(options)
              Stops it: its signal first, SIGKILL when the time is over.
              example   docker.containers.web.stop(timeout: 0)
              same as   docker stop NAME
              calls     ContainerStop
              errors    404 no such thing; 500 the daemon failed
            """)
        .contains(
            "timeout",
            "seconds",
            "[default\n                      10; -t, --timeout]",
            "since API 1.42");
  }

  @ParameterizedTest
  @CsvSource({
    "docker.run,                 'docker.run(image, command…, options)'",
    "run,                        'docker.run(image, command…, options)'",
    "exec,                       'container.exec(command…, options)'",
    "container.exec,             'container.exec(command…, options)'",
    "image.remove,               image.remove(options)",
    "docker.images.list,         docker.images.list(options)",
    "docker exec,                'container.exec(command…, options)'",
    "docker rm,                  container.remove(options)",
    "docker.rm,                  container.remove(options)",
    "docker.logs,                container.logs(options)",
    "rmi,                        image.remove(options)",
    "image ls,                   docker.images.list(options)",
    "images,                     docker.images is an Images",
    "docker,                     docker is a Docker",
    "docker.containers,          docker.containers is a Containers",
    "docker.containers.web,      docker.containers.web is a Container",
    "docker.containers['a-b'].logs, container.logs(options)",
    "docker.run.restart,         docker.run(restart: …)",
    "restart,                    container.restart(options)",
    "--rm,                       Options named --rm",
    "-d,                         Options named -d",
    "memorySwap,                 Options named memorySwap",
    "ContainerTop,               docker.api.ContainerTop(parameters)",
    "HostConfig,                 'HostConfig, an object of the Engine API'",
    "filters,                    'docker.ps(filters: [status: '",
    "keys,                       Keys.",
  })
  void wordLeadsToItsPage(String word, String start) {
    assertThat(page(word)).startsWith(start);
  }

  @Test
  void ownVariableComesBeforeATopic() {
    variables.setVariable("keys", List.of(1, 2));
    assertThat(page("keys")).startsWith("keys is a list of 2");
    assertThat(help.topicOr("keys").orElseThrow().text(80)).startsWith("Keys.");
  }

  @Test
  void valuesAreToldOfWithoutCallingThem() {
    variables.setVariable("info", new LinkedHashMap<>(Map.of("Name", "box", "Swarm", Map.of())));
    variables.setVariable("text", "hello");
    Own own = new Own();
    variables.setVariable("own", own);
    assertThat(page("info")).startsWith("info is a map of 2 keys").contains("Name", "Swarm");
    assertThat(page("info.Name")).startsWith("info.Name is a String: box");
    assertThat(page("text")).isEqualTo("text is a String: hello");
    assertThat(page("own")).startsWith("own is an Own").contains("noise");
    assertThat(own.called).isEmpty();
  }

  @Test
  void everyTopicHasAPageThatFitsOldTerminals() {
    for (String topic : Help.topics()) {
      String text = help.topicOr(topic).orElseThrow().text(80);
      assertThat(text.lines()).as(topic).isNotEmpty().allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void overviewFitsTheScreenOfAnOldTerminal() {
    assertThat(Help.overview().text(80).lines()).hasSizeLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 140})
  void pagesFitTheWidth(int width) {
    assertThat(help.about("docker.run").orElseThrow().text(width).lines())
        .hasSizeGreaterThan(100)
        .allMatch(line -> line.length() <= width);
  }

  @Test
  void whatLiesOverANameOfOursIsToldOf() {
    variables.setVariable("docker", 5);
    assertThat(page("docker")).isEqualTo("docker is an Integer: 5");
  }

  private String page(String word) {
    return help.about(word).orElseThrow(() -> new AssertionError("no page for " + word)).text(80);
  }

  /** A class of the user's, whose getters do things. */
  public static final class Own {
    private final List<String> called = new ArrayList<>();

    /** Tells that it was called. */
    public List<String> getNoise() {
      called.add("getNoise");
      return called;
    }

    /** Does nothing. */
    public void shout() {}

    @Override
    public String toString() {
      called.add("toString");
      return "noisy";
    }
  }
}
