package dev.gantry.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.commands.CommandCompletion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  private final ScriptBinding variables = new ScriptBinding(Map.of("docker", Engine::made));
  private final Completion completion =
      new Completion(variables, Map.of("docker", Engine.class), new CommandCompletion());

  private static final AtomicInteger CALLS = new AtomicInteger();

  @AfterEach
  void nothingWasCalled() {
    assertThat(CALLS.getAndSet(0)).isZero();
  }

  /** Stands for the object of the DSL: no completion may call anything on it. */
  public static class Engine {
    static Engine made() {
      CALLS.incrementAndGet();
      return new Engine();
    }

    public @Nullable Boxes getBoxes() {
      CALLS.incrementAndGet();
      return null;
    }

    public List<Box> ps() {
      CALLS.incrementAndGet();
      return List.of();
    }

    public List<Box> ps(Map<String, Object> options) {
      CALLS.addAndGet(1 + options.size());
      return List.of();
    }

    public void prune() {
      CALLS.incrementAndGet();
    }
  }

  /** What the collections of the DSL have in common. */
  public abstract static class Things<T> {
    public abstract T get(String name);

    public abstract List<T> list();

    public abstract T getAt(String name);
  }

  /** A collection of the DSL. */
  public abstract static class Boxes extends Things<Box> {}

  /** An object of the DSL. */
  public record Box(String id) {
    public void stop() {
      CALLS.incrementAndGet();
    }

    public boolean isRunning() {
      return CALLS.incrementAndGet() > 0;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nothing.", "5.", ").", "x = 'docker.", "docker.nothing.", "docker.ps(", "]."})
  void whatIsNotUnderstoodGivesNoSuggestionOfMembers(String text) {
    assertThat(texts(text)).doesNotContain("boxes", "prune(");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          docker.bo                 | boxes
          docker.p                  | prune(,ps(
          x = docker.bo             | boxes
          docker.boxes.li           | list(
          docker?.boxes.get('a').st | stop(
          docker.boxes['a].b'].st   | stop(
          docker.ps()[0].ru         | running
          docker.ps(all: true)[0].s | stop(
          doc                       | docker
          /he                       | /help
          """)
  void membersAreFoundWithoutCallingAnything(String text, String expected) {
    assertThat(texts(text)).containsExactly(expected.split(","));
  }

  @Test
  void keysOfMapsAreOfferedAndFollowed() {
    variables.setVariable("m", Map.of("State", Map.of("Health", "ok"), "a-b", 1));
    assertThat(texts("m.Sta")).containsExactly("State");
    assertThat(texts("m.State.H")).containsExactly("Health");
    assertThat(texts("m['State'].H")).containsExactly("Health");
    assertThat(texts("m.")).startsWith("'a-b'", "State");
  }

  @Test
  void valuesOfTheJdkHaveTheirOwnMethodsAndGroovys() {
    variables.setVariable("s", "text");
    assertThat(texts("s.toUp")).contains("toUpperCase(");
    assertThat(texts("s.padL")).contains("padLeft(");
    assertThat(texts("s.")).doesNotContain("padLeft(", "notify(", "wait(", "getClass(");
  }

  @Test
  void parametersDescribeAMethod() {
    assertThat(completion.after("docker.boxes.ge"))
        .contains(new Suggestion("get(", "methods", "String name"));
  }

  private List<String> texts(String text) {
    return completion.after(text).stream().map(Suggestion::text).toList();
  }
}
