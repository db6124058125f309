package dev.gantry.shell.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.shell.commands.CommandCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryColoursTest {
  private static final Set<String> KNOWN =
      Set.of("docker", "println", "sleep", "List", "File", "Instant", "x", "it");

  private final EntryColours colours =
      new EntryColours(new CommandCompletion()::isCommand, KNOWN::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zebra + 1 | zebra",
        "println zebra | zebra",
        "foo(docker) | foo",
        "new Zebra() | Zebra",
        "docker.zebra.foo() | -",
        "docker?.zebra*.foo() | -",
        "docker.run(zebra: 1, yak: ox) | ox",
        "def n = 1; n + m | m",
        "int i = 0; i++ | -",
        "List<String> l = []; l | String",
        "a = 1; a | -",
        "def (a, b) = [1, 2]; a + b | -",
        "docker.each { c, d -> c + d + e } | e",
        "docker.each { it.name + zebra } | zebra",
        "def f(a, List b = [], c) { a + b + c + d } | d",
        "String f(int a) { a } | String",
        "for (i in docker) { i } | -",
        "for (int i : docker) { i } | -",
        "try { x } catch (e) { e } | -",
        "try { x } catch (IOException e) { e } | IOException",
        "import java.time.Duration; Duration.of(1) | -",
        "import java.time.Duration as D; D.of(1) | -",
        "java.time.Duration.of(1) | -",
        "class Point { int y }; new Point() | -",
        "\"a ${zebra} $yak\" | zebra yak",
        "'zebra' | -",
      })
  void namesOfNothingAreDimmed(String text, String unknown) {
    AttributedString coloured = colours.of(text, -1);
    assertThat(coloured.toString()).isEqualTo(text);
    assertThat(String.join(" ", styled(coloured, EntryStyle.UNKNOWN)))
        .isEqualTo(unknown.equals("-") ? "" : unknown);
  }

  @Test
  void bracketAtTheCaretIsShownWithItsPartner() {
    assertThat(styled(colours.of("x(docker[1])", 1), EntryStyle.PARTNER)).containsExactly("(", ")");
    assertThat(styled(colours.of("x(docker[1])", 11), EntryStyle.PARTNER))
        .as("the one under the caret, not the one before it")
        .containsExactly("(", ")");
    assertThat(styled(colours.of("x(docker[1])", 12), EntryStyle.PARTNER))
        .containsExactly("(", ")");
    assertThat(styled(colours.of("x(docker[1])", -1), EntryStyle.PARTNER)).isEmpty();
    assertThat(styled(colours.of("x(docker[1]", 2), EntryStyle.PARTNER)).isEmpty();
  }

  @Test
  void partsHaveTheirColours() {
    AttributedString text = colours.of("if (x) docker.run('a', name: 2) else ) // c", -1);
    assertThat(styled(text, EntryStyle.KEYWORD)).containsExactly("if", "else");
    assertThat(styled(text, EntryStyle.STRING)).containsExactly("'a'");
    assertThat(styled(text, EntryStyle.KEY)).containsExactly("name");
    assertThat(styled(text, EntryStyle.NUMBER)).containsExactly("2");
    assertThat(styled(text, EntryStyle.WRONG)).containsExactly(")");
    assertThat(styled(text, EntryStyle.COMMENT)).containsExactly("// c");
  }

  @Test
  void wordsOfTheLanguageAreNamesBehindADot() {
    assertThat(styled(colours.of("docker.in.default", -1), EntryStyle.KEYWORD)).isEmpty();
    assertThat(styled(colours.of("switch (x) { default: 1 }", -1), EntryStyle.KEYWORD))
        .containsExactly("switch", "default");
  }

  @Test
  void commandIsNoGroovy() {
    AttributedString text = colours.of("/history zebra 'x", -1);
    assertThat(styled(text, EntryStyle.COMMAND)).containsExactly("/history");
    assertThat(styled(text, EntryStyle.STRING)).isEmpty();
    assertThat(styled(colours.of("/ze+/ =~ x", -1), EntryStyle.COMMAND)).isEmpty();
  }

  /** The stretches of a text that have a style. */
  private static List<String> styled(AttributedString text, EntryStyle style) {
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      AttributedStyle here = text.styleAt(from);
      if (i == text.length() || !text.styleAt(i).equals(here)) {
        if (here.equals(style.style())) {
          found.add(text.subSequence(from, i).toString());
        }
        from = i;
      }
    }
    return found;
  }
}
