package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Docker;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpFunctionTest {
  private final List<String> shown = new ArrayList<>();
  private final Session session =
      new Session(new ScriptSettings(Map.of("Docker", () -> Docker.class), false, status -> {}));

  HelpFunctionTest() {
    session.offer(
        "help",
        () ->
            new HelpFunction(
                new Help(session.variables()),
                session.variables().getVariables(),
                page -> shown.add(page.text(80))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "help('run')                   | docker.run(image, command…, options)",
        "help 'docker exec'            | container.exec(command…, options)",
        "help(Docker.&ps)              | docker.ps(options)",
        "help(Docker)                  | Docker is a Docker",
        "x = [a: 1]; help x            | x is a map of 1 key",
        "help()                        | Type Groovy; docker is the engine.",
        "help('rnu')                   | no help on 'rnu'; did you mean 'run'?",
        "help(null)                    | that is null",
      })
  void pageIsShown(String entry, String start) {
    assertThat(session.evaluate(entry)).isEqualTo(new Outcome.Value(null));
    assertThat(shown).singleElement().asString().startsWith(start);
  }

  @Test
  void ownFunctionOfThatNameCoversIt() {
    session.evaluate("def help(x) { x + 1 }");
    assertThat(session.evaluate("help(1)")).isEqualTo(new Outcome.Value(2));
    assertThat(shown).isEmpty();
  }
}
