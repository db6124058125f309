package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void lineEscapesEverythingThatActs() {
    assertThat(Printable.line("a\u001b[31m\n\t\r\u0007\u009b\u202eb"))
        .isEqualTo("a\\u001b[31m\\n\\t\\r\\u0007\\u009b\\u202eb");
  }

  @Test
  void textKeepsLayoutAndColoursOnly() {
    assertThat(Printable.text("a\u001b[1;31mb\u001b[0m\tc\r\nd\n"))
        .isEqualTo("a\u001b[1;31mb\u001b[0m\tc\r\nd\n");
    assertThat(Printable.text("\u001b[2J\u001b]52;c;x\u0007\ry"))
        .isEqualTo("\\u001b[2J\\u001b]52;c;x\\u0007\\ry");
  }

  @Test
  void harmlessTextIsLeftAlone() {
    String text = "é 日本 😀";
    assertThat(Printable.line(text)).isSameAs(text);
  }
}
