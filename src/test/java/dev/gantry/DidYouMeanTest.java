package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> OPTIONS =
      List.of("env", "envFile", "name", "network", "volumes");

  @Test
  void strangeNameGetsNoHint() {
    assertThat(DidYouMean.hint("zebra", OPTIONS)).isEmpty();
  }

  @Test
  void swappedLettersAreOneMistake() {
    assertThat(DidYouMean.hint("nmae", OPTIONS)).isEqualTo("; did you mean 'name'?");
  }

  @Test
  void longerFormOfTheNamePointsToTheName() {
    assertThat(DidYouMean.hint("enviroment", OPTIONS)).isEqualTo("; did you mean 'env'?");
  }

  @Test
  void beginningOfTheNameIsEnough() {
    assertThat(DidYouMean.hint("vol", OPTIONS)).isEqualTo("; did you mean 'volumes'?");
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(DidYouMean.hint("ENVFILE", OPTIONS)).isEqualTo("; did you mean 'envFile'?");
  }
}
