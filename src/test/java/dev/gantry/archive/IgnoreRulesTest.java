package dev.gantry.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IgnoreRulesTest {

  private static IgnoreRules rules(String... lines) {
    return IgnoreRules.parse(String.join("\n", lines), ".dockerignore");
  }

  private static List<IgnoreCase> cases() {
    return IgnoreCase.all();
  }

  @Test
  void badRuleIsNamedWithItsLine() {
    assertThatThrownBy(() -> rules("a", "", "b[c"))
        .isInstanceOf(UsageException.class)
        .hasMessage("line 3 of .dockerignore: 'b[c' is no pattern; a [ needs its ]");
    assertThatThrownBy(() -> rules("!"))
        .isInstanceOf(UsageException.class)
        .hasMessage("line 1 of .dockerignore: '!' has to be followed by a path");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tableOfCases(IgnoreCase row) {
    assertThat(outcome(row)).isEqualTo(row.outcome());
  }

  private static String outcome(IgnoreCase row) {
    try {
      return IgnoreRules.parse(row.rules(), "x").ignores(row.path()) ? "out" : "in";
    } catch (UsageException e) {
      return "bad";
    }
  }

  @Test
  void whatIsKeptIsNeverLeftOut() {
    IgnoreRules rules = rules("**").keeping("docker/Dockerfile[1]");
    assertThat(rules.ignores("docker/Dockerfile[1]")).isFalse();
    assertThat(rules.ignores("docker/Dockerfile1")).isTrue();
    assertThat(rules.ignoresAllIn("docker")).isFalse();
    assertThat(rules.ignoresAllIn("dock")).isTrue();
  }

  @Test
  void folderIsLookedIntoOnlyWhereAnExceptionMayMatch() {
    IgnoreRules rules = rules("*", "!src/main", "!lib*/a.txt");
    assertThat(rules.ignoresAllIn("target")).isTrue();
    assertThat(rules.ignoresAllIn("src")).isFalse();
    assertThat(rules.ignoresAllIn("src/test")).isTrue();
    assertThat(rules.ignoresAllIn("src/main")).isFalse();
    assertThat(rules.ignoresAllIn("src/mainly")).isTrue();
    assertThat(rules.ignoresAllIn("library")).isFalse();
    assertThat(rules("*", "!**/a").ignoresAllIn("x/y")).isFalse();
    assertThat(rules("a", "b").ignoresAllIn("a")).isTrue();
  }

  /** Whatever order paths are asked for in, the answers are those of a fresh look. */
  @Test
  void whatWasAskedBeforeChangesNothing() {
    IgnoreRules rules = rules("a", "!a/b", "a/b/c*", "!**/x", "b/[xy]", "!b");
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      String path = path(random);
      assertThat(rules.ignores(path))
          .as(path)
          .isEqualTo(rules("a", "!a/b", "a/b/c*", "!**/x", "b/[xy]", "!b").ignores(path));
    }
  }

  /** Any text is read, or refused by the exception that names its line. */
  @Test
  void anyTextIsReadOrRefused() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      try {
        rules(text).ignores(path(random));
      } catch (UsageException e) {
        assertThat(e).hasMessageStartingWith("line ");
      }
    }
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      path.append("abcxy".charAt(random.nextInt(5))).append(i > 0 ? "/" : "");
    }
    return path.toString();
  }

  private static String text(Random random) {
    String letters = "ab*?[]^-\\/!.# \n\t\uFEFF\ud83d\ude00dQEpz{}()+$|";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
