package dev.gantry.shell.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.json.Colors;
import dev.gantry.json.Json;
import dev.gantry.json.Layout;
import dev.gantry.json.Rounded;
import dev.gantry.json.Tabular;
import dev.gantry.shell.printing.PrintStyle.Extent;
import dev.gantry.shell.printing.PrintStyle.Format;
import groovy.lang.GroovyShell;
import groovy.lang.Tuple2;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person at the prompt sees of values of all kinds, and of how much of them. */
@Timeout(60)
class ShownValuesTest {

  @Test
  void interruptStopsAnEndlessValue() {
    Iterable<Integer> endless = () -> IntStream.iterate(0, i -> i + 1).iterator();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shown(endless)).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> shown("a\n".repeat(100))).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void endlessAndHugeValuesAreCutWithASentence() throws IOException {
    Iterable<Integer> endless = () -> IntStream.iterate(0, i -> i + 1).iterator();
    assertThat(shown(endless)).startsWith("- 0\n- 1\n").endsWith("- 499\n… more\n");
    assertThat(shown(Collections.nCopies(1_000_000, 7)))
        .endsWith("- 7\n… 999,500 more: _.tree() shows all\n");
    assertThat(shown(Collections.nCopies(1_000_000, Map.of("Id", 7))))
        .startsWith("ID\n7\n")
        .endsWith("7\n… 999,500 more: _.table() shows all\n");
    assertThat(shown(new int[600])).endsWith("… 100 more: _.tree() shows all\n");
  }

  @Test
  void roundedValuesAreExactWhereThatIsChosen() throws IOException {
    Rounded size = new Rounded("1.26MB", "1261340");
    Tabular table = Tabular.of(List.of("SIZE"), List.of(Map.of("SIZE", size)));
    assertThat(shown(table)).isEqualTo("SIZE\n1.26MB\n");
    Layout exact = new Layout(80, Colors.OFF, "…", Layout.Accents.NONE, true);
    StringBuilder out = new StringBuilder();
    new ValuePrinter(new PrintStyle(Format.AUTO, true, exact, Extent.FOLDED)).print(table, out);
    assertThat(out).hasToString("SIZE\n1261340\n");
    assertThat(Json.write(size)).isEqualTo("\"1.26MB\"");
  }

  @Test
  void longAndDeepPartsAreFolded() throws IOException {
    assertThat(shown(Map.of("a", Collections.nCopies(300, 1))))
        .isEqualTo("a: […300]\n… long or deep parts are folded: _.tree() shows all\n");
    assertThat(
            shown(Map.of("a", Map.of("b", Map.of("c", Map.of("d", Map.of("e", Map.of("f", 1))))))))
        .contains("        e: {…1}\n… long or deep");
    assertThat(shown(Map.of("a", "x".repeat(5000))))
        .contains("xxx (5000 characters)\n… long or deep");
    assertThat(shown(Map.of("a", List.of(1)))).isEqualTo("a:\n  - 1\n");
  }

  @Test
  void valueThatContainsItselfEnds() throws IOException {
    List<Object> self = new java.util.ArrayList<>();
    self.add(self);
    assertThat(shown(self)).isEqualTo("- (contains itself)\n");
  }

  @Test
  void everyKindHasItsWords() throws IOException {
    assertThat(shown(Optional.of(Map.of("a", 1)))).isEqualTo("a: 1\n");
    assertThat(shown(Optional.empty())).isEmpty();
    assertThat(shown(Duration.ofMillis(90_500))).isEqualTo("1m30.5s\n");
    assertThat(shown(String.class)).isEqualTo("java.lang.String\n");
    assertThat(shown(byte[].class)).isEqualTo("byte[]\n");
    assertThat(shown(new File("/a/b"))).isEqualTo("/a/b\n");
    assertThat(shown(Path.of("/a/b"))).isEqualTo("/a/b\n");
    assertThat(shown(new byte[3])).isEqualTo("<3 bytes>\n");
    assertThat(shown(Map.entry("k", 1))).isEqualTo("k=1\n");
    assertThat(shown(new IllegalStateException("no"))).endsWith("IllegalStateException: no\n");
    assertThat(shown(true)).isEqualTo("true\n");
    assertThat(shown(new Object[] {1, new int[] {2}})).isEqualTo("- 1\n- - 2\n");
    assertThat(shown(new Tuple2<>("a", 1))).isEqualTo("- a\n- 1\n");
  }

  @Test
  void groovysKindsHaveTheirs() throws IOException {
    assertThat(shown(groovy("1..5"))).isEqualTo("1..5\n");
    assertThat(shown(groovy("\"a${1 + 1}\""))).isEqualTo("a2\n");
    assertThat(shown(groovy("{ int a, String b -> a }"))).isEqualTo("closure (int, String)\n");
    assertThat(shown(groovy("class Foo { def name = 'x'; int n = 3 }; new Foo()")))
        .isEqualTo("Foo(name: x, n: 3)\n");
    assertThat(shown(groovy("class Bar { String toString() { 'mine' } }; new Bar()")))
        .isEqualTo("mine\n");
  }

  @Test
  void processTellsItsState() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "exit 3").start();
    process.waitFor();
    assertThat(shown(process)).isEqualTo("process " + process.pid() + " (ended with 3)\n");
  }

  @Test
  void viewsOfTheUsersStandForValuesAndForWhatIsInThem() throws IOException {
    StringBuilder out = new StringBuilder();
    new ValuePrinter(style(80), it -> it instanceof File file ? Map.of("Name", file.getName()) : it)
        .print(List.of(new File("/a/b"), new File("/c")), out);
    assertThat(out.toString()).isEqualTo("NAME\nb\nc\n");
  }

  @Test
  void streamsAreNotHeldBack() throws IOException {
    StringBuilder out = new StringBuilder();
    Iterator<String> stream =
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            return given < 3;
          }

          @Override
          public String next() {
            assertThat(out.toString().lines()).hasSize(given);
            return "line " + ++given;
          }
        };
    new ValuePrinter(style(80)).print(stream, out);
    assertThat(out.toString()).isEqualTo("line 1\nline 2\nline 3\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"👨‍👩‍👧‍👦", "🇩🇪", "日本語", "e\u0301a\u0308o\u0302", "☎️", "👍🏽"})
  void columnsStayAlignedBesideWideText(String wide) throws IOException {
    String[] lines = shown(List.of(Map.of("A", wide), Map.of("A", "xxxxxxxxxx"))).split("\n", -1);
    assertThat(lines[1]).isEqualTo(wide);
    String tree = shown(Map.of(wide, 1));
    assertThat(tree).isEqualTo(wide + ": 1\n");
  }

  @Test
  void asciiTerminalGetsDots() throws IOException {
    StringBuilder out = new StringBuilder();
    Layout ascii = new Layout(80, Colors.OFF, "...", Layout.Accents.NONE);
    new ValuePrinter(new PrintStyle(Format.AUTO, true, ascii, Extent.FOLDED))
        .print(Map.of("a", Collections.nCopies(300, 1)), out);
    assertThat(out.toString())
        .isEqualTo("a: [...300]\n... long or deep parts are folded: _.tree() shows all\n");
  }

  private static @Nullable Object groovy(String expression) {
    return new GroovyShell().evaluate(expression);
  }

  private static PrintStyle style(int width) {
    return new PrintStyle(Format.AUTO, true, Layout.of(width, Colors.OFF), Extent.FOLDED);
  }

  private static String shown(@Nullable Object value) throws IOException {
    StringBuilder out = new StringBuilder();
    new ValuePrinter(style(80)).print(value, out);
    return out.toString();
  }
}
