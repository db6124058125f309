package dev.gantry.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.shell.printing.ScreenSize.Dimensions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Dimensions SIZE = new Dimensions(24, 40);

  private static final String UP = "\u001b[3A\r";

  private final Glass glass = new Glass(24);
  private final Screen screen = new Screen(glass.out());

  private static List<Row> rows(String... lefts) {
    return List.of(lefts).stream().map(left -> new Row(left, "")).toList();
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    screen.show(rows("a\u001b[2Jb\nc"), SIZE);
    assertThat(glass.lines()).containsExactly("a\\u001b[2Jb\\nc");
  }

  @Test
  void onlyWhatChangedIsWrittenAgain() {
    screen.show(rows("one", "two"), SIZE);
    glass.take();
    screen.show(rows("one", "two"), SIZE);
    assertThat(glass.take()).isEmpty();
    screen.show(rows("one", "three", "four"), SIZE);
    assertThat(glass.take()).contains("three", "four").doesNotContain("one");
    assertThat(glass.lines()).containsExactly("one", "three", "four");
  }

  @Test
  void stateStandsAtTheRightEdgeAndLinesAreCut() {
    screen.show(List.of(new Row("a layer with a name that is too long", "1.2MB")), SIZE);
    assertThat(glass.lines()).containsExactly("a layer with a name that is too…  1.2MB");
    assertThat(new Row("x", "1.2MB").fit(10)).isEqualTo("x    1.2MB");
    assertThat(new Row("x", "1.2MB").fit(3)).isEqualTo("1.…");
  }

  @Test
  void latestRowsAreShownAndAllOfThemStay() {
    Dimensions low = new Dimensions(4, 40);
    Glass small = new Glass(4);
    Screen display = new Screen(small.out());
    List<Row> many = IntStream.range(0, 10).mapToObj(i -> new Row("row " + i, "")).toList();
    display.show(many, low);
    assertThat(small.lines()).containsExactly("row 7", "row 8", "row 9");
    display.end(many, low);
    assertThat(small.take()).as("tmux keeps what is cleared from the top").startsWith(UP + "row 0");
    assertThat(small.lines()).hasSize(10).startsWith("row 0").endsWith("row 9");
  }

  @Test
  void fewerRowsLeaveNothingBehind() {
    screen.show(rows("one", "two", "three"), SIZE);
    screen.show(rows("one"), SIZE);
    assertThat(glass.lines()).containsExactly("one");
  }

  @Test
  void narrowerTerminalIsDrawnAnew() {
    String wide = "x".repeat(39);
    screen.show(rows(wide), SIZE);
    glass.take();
    screen.show(rows(wide), new Dimensions(24, 20));
    assertThat(glass.take()).isEqualTo("\u001b[2A\r" + "x".repeat(18) + "…\u001b[K\r\n\u001b[J");
  }

  @Test
  void sentenceGoesAboveTheRows() {
    screen.show(rows("one"), SIZE);
    screen.say("warning: x", SIZE);
    screen.show(rows("one", "two"), SIZE);
    assertThat(glass.lines()).containsExactly("warning: x", "one", "two");
  }

  @Test
  void cursorIsHiddenWhileItLastsAndShownAfterwards() {
    screen.show(rows("one"), SIZE);
    glass.take();
    assertThat(glass.showsCursor()).isFalse();
    screen.end(rows("one"), SIZE);
    assertThat(glass.lines()).containsExactly("one");
    assertThat(glass.showsCursor()).isTrue();
  }
}
