package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneWordTest {
  private static final String SAID =
      "exec: \"uname -a\": executable file not found in $PATH: unknown";

  @Test
  void programThatIsNotThereIsNotBlamedOnBlanks() {
    assertThat(OneWord.isToBlame(List.of("uname"), SAID)).isFalse();
    assertThat(OneWord.isToBlame(List.of("uname -a", "x"), SAID)).isFalse();
    assertThat(OneWord.isToBlame(List.of("uname -r"), SAID)).isFalse();
    assertThat(OneWord.isToBlame(List.of(), SAID)).isFalse();
  }

  @Test
  void oneWordWithBlanksIsTakenApart() {
    assertThat(OneWord.isToBlame(List.of("uname -a"), SAID)).isTrue();
    assertThat(OneWord.hint("exec(", List.of("uname  -a")))
        .isEqualTo("one argument for each word: exec('uname', '-a')");
  }
}
