package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenModesTest {
  private static final String ESC = "\u001b";

  private final ScreenModes modes = new ScreenModes();

  @Test
  void whatAKilledProgramLeftIsUndone() {
    see(ESC + "[?1049h" + ESC + "[?25l" + ESC + "[?1000;1006h" + ESC + "[31mred");
    assertThat(undo())
        .isEqualTo(
            ESC + "[?25h" + ESC + "[?1000l" + ESC + "[?1006l" + ESC + "[?1049l" + ESC + "[0m");
  }

  @Test
  void whatAProgramUndidItselfIsLeftAlone() {
    see(ESC + "[?1049h" + ESC + "[?25l text " + ESC + "[?25h" + ESC + "[?1049l");
    assertThat(undo()).isEmpty();
  }

  @Test
  void sequenceMayComeInPieces() {
    for (String piece : new String[] {ESC, "[", "?20", "04", "h"}) {
      see(piece);
    }
    assertThat(undo()).isEqualTo(ESC + "[?2004l");
  }

  @Test
  void plainTextChangesNothing() {
    see("a [?25l b ?1049h \u00e9 [?;h " + ESC + "7");
    assertThat(undo()).isEmpty();
  }

  private void see(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    modes.see(bytes, bytes.length);
  }

  private String undo() {
    return new String(modes.undo(), StandardCharsets.US_ASCII);
  }
}
