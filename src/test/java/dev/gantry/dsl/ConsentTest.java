package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
  private static final List<Consumer<Docker>> PRUNES_OF_LITTLE =
      List.of(
          docker -> docker.getContainers().prune(),
          docker -> docker.getImages().prune(),
          docker -> docker.getNetworks().prune(),
          docker -> docker.getBuildCache().prune(),
          docker -> docker.getSystem().prune());

  private final List<String> sent = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  /** An engine that agrees to everything, and a person who answers always the same. */
  private Docker docker(Prompt prompt) {
    HttpExchange http =
        request -> {
          if (!request.path().equals("/_ping")) {
            sent.add(request.path().replaceFirst("^/v[0-9.]+", ""));
          }
          return HttpResponse.of(
              200, Headers.of("Api-Version", "1.51"), "{}".getBytes(StandardCharsets.UTF_8));
        };
    return new Docker(
        new EngineClient(http, "unix:///x.sock", null),
        new Caller(
            Path.of(""), Map.of(), Notices.NONE, Engines.NONE, prompt, StandardStreams.NONE));
  }

  private Prompt answering(String answer, boolean agreesToAll) {
    return new Prompt() {
      @Override
      public boolean isPossible() {
        return !answer.isEmpty();
      }

      @Override
      public boolean agreesToAll() {
        return agreesToAll;
      }

      @Override
      public String ask(String question) {
        asked.add(question);
        return answer;
      }

      @Override
      public String askSecretly(String question) {
        return ask(question);
      }

      @Override
      public String piped() {
        return "";
      }
    };
  }

  @Test
  void withoutATerminalItIsRefusedUnsent() {
    Docker docker = docker(answering("", false));
    assertThatThrownBy(() -> docker.getVolumes().prune())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "volumes.prune was not done: It removes unused volumes and all that is in them."
                + " Nobody can be asked here: say yes: true, or --yes");
    assertThatThrownBy(() -> docker.getSystem().prune(Map.of("all", true)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> docker.getSystem().prune(Map.of("volumes", true)))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> docker.getSwarm().leave(Map.of("force", true)))
        .isInstanceOf(UsageException.class);
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "no", " ", "whatever", "yess"})
  void anythingButYesIsNo(String answer) {
    Docker docker = docker(answering(answer, false));
    assertThatThrownBy(() -> docker.getVolumes().prune())
        .isInstanceOf(DeclinedException.class)
        .hasMessage("volumes.prune was not done: it was not agreed to");
    assertThat(sent).isEmpty();
    assertThat(asked)
        .containsExactly(
            "volumes.prune at unix:///x.sock: It removes unused volumes and all that is in them."
                + " Go on? [y/N] ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Yes", " YES "})
  void yesIsYes(String answer) {
    docker(answering(answer, false)).getVolumes().prune();
    assertThat(sent).containsExactly("/volumes/prune");
  }

  @Test
  void whoeverSaysItBeforehandIsNotAsked() {
    docker(answering("n", true)).getSwarm().leave(Map.of("force", true));
    docker(answering("n", false)).getSwarm().leave(Map.of("force", true, "yes", true));
    docker(answering("n", false)).getVolumes().prune(Map.of("force", true));
    docker(answering("n", false)).getSystem().prune(Map.of("volumes", true, "yes", true));
    assertThat(asked).isEmpty();
    assertThat(sent).contains("/swarm/leave", "/volumes/prune", "/images/prune").hasSize(8);
  }

  @Test
  void whatDestroysLittleIsAskedAtATerminalAndDoneElsewhere() {
    for (Consumer<Docker> prune : PRUNES_OF_LITTLE) {
      assertThatThrownBy(() -> prune.accept(docker(answering("n", false))))
          .isInstanceOf(DeclinedException.class);
    }
    assertThat(sent).isEmpty();
    assertThat(asked).hasSize(5).doesNotHaveDuplicates();
    PRUNES_OF_LITTLE.forEach(prune -> prune.accept(docker(answering("", false))));
    assertThat(asked).hasSize(5);
    assertThat(sent).hasSize(8);
  }

  @Test
  void pruneOfAllKindsAsksOnce() {
    docker(answering("y", false)).getSystem().prune();
    assertThat(asked).hasSize(1);
    assertThat(sent).hasSize(4);
  }

  @Test
  void whatDestroysNothingIsNotAsked() {
    docker(answering("n", false)).getSwarm().leave();
    assertThat(asked).isEmpty();
  }
}
