package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@code display { Foo f -> … }}, as it is typed. */
class DisplaysTest {
  private final Displays displays = new Displays();
  private final List<String> problems = new ArrayList<>();
  private final Session session =
      new Session(new ScriptSettings(Map.of("display", () -> displays), false, status -> {}));

  @Test
  void closureThatSaysNotWhatItIsForIsRefused() {
    assertThat(fails("display { it }")).startsWith("display wants a closure with one typed");
    assertThat(fails("display { a, b -> a }")).startsWith("display wants a closure with one typed");
    assertThat(fails("display { Object o -> o }")).startsWith("display wants a closure");
  }

  @Test
  void closureThatFailsFallsBackToTheTextAndSaysSo() {
    session.evaluate("display { File f -> f.nonesuch }");
    assertThat(view("new File('/a')")).isEqualTo("/a");
    assertThat(problems).singleElement().asString().startsWith("display { File … } failed: ");
  }

  @Test
  void mostSpecificClosureWins() {
    session.evaluate("class Foo { }; class Bar extends Foo { }");
    session.evaluate("display { Bar b -> 'bar' }; display { Foo f -> 'foo' }");
    session.evaluate("display { Number n -> 'number' }; display { Comparable c -> 'some' }");
    assertThat(view("new Foo()")).isEqualTo("foo");
    assertThat(view("new Bar()")).isEqualTo("bar");
    assertThat(view("3L")).isEqualTo("some");
    assertThat(view("new Object()")).isNotEqualTo("foo");
  }

  @Test
  void laterClosureOfATypeReplacesTheOneBefore() {
    session.evaluate("display { File f -> 1 }; display { File f -> 2 }");
    assertThat(view("new File('/a')")).isEqualTo(2);
    session.evaluate("display.clear()");
    assertThat(view("new File('/a')")).hasToString("/a");
    assertThat(problems).isEmpty();
  }

  private Object view(String entry) {
    Object value = ((Outcome.Value) session.evaluate(entry)).value();
    return Objects.requireNonNull(displays.view(value, problems::add));
  }

  private String fails(String entry) {
    return ((Outcome.Failed) session.evaluate(entry)).message();
  }
}
