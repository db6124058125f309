package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "é,1",
    "e\u0301,1",
    "日本,4",
    "ｱ,1",
    "Ａ,2",
    "한,2",
    "😀,2",
    "👨‍👩‍👧‍👦,2",
    "🇩🇪,2",
    "👍🏽,2",
    "❤️,2",
    "❤,1",
    "a\u200bb,2",
    "…,1",
    "─,1",
    "नि,2"
  })
  void widthIsWhatATerminalShows(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @Test
  void cutNeverSplitsACharacter() {
    assertThat(TextWidth.cut("日本語", 6)).isEqualTo("日本語");
    assertThat(TextWidth.cut("日本語", 5)).isEqualTo("日本…");
    assertThat(TextWidth.cut("日本語", 4)).isEqualTo("日…");
    assertThat(TextWidth.cut("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
    assertThat(TextWidth.cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3)).isEqualTo("👨‍👩‍👧‍👦…");
    assertThat(TextWidth.cut("abc", 1)).isEqualTo("…");
    assertThat(TextWidth.cut("abc", 0)).isEmpty();
  }

  @Test
  void padCountsColumnsAndNotCharacters() {
    assertThat(TextWidth.pad("日", 4)).isEqualTo("日  ");
    assertThat(TextWidth.pad("abcd", 2)).isEqualTo("abcd");
  }
}
