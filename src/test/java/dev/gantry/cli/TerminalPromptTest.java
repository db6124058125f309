package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPromptTest {
  private final PrintStream screen = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);

  private TerminalPrompt prompt(String in, Stream... terminals) {
    ByteArrayInputStream typed = new ByteArrayInputStream(in.getBytes(UTF_8));
    return new TerminalPrompt(
        new Surroundings(Map.of(), typed, screen, screen, Set.of(terminals), 0),
        new SttyKeyboard(typed),
        false);
  }

  @Test
  void nobodyIsAskedWithoutATerminal() {
    assertThat(prompt("x\n", Stream.OUT, Stream.ERR).isPossible()).isFalse();
    assertThat(prompt("x\n", Stream.IN).isPossible()).as("nobody sees the question").isFalse();
    assertThat(prompt("x\n", Stream.IN, Stream.ERR).isPossible()).isTrue();
    assertThatThrownBy(() -> prompt("x\n").askSecretly("Password: "))
        .isInstanceOf(UsageException.class)
        .hasMessage("there is no terminal to ask at: Password:");
  }

  @Test
  void terminalIsNotReadToItsEnd() {
    assertThatThrownBy(() -> prompt("x\n", Stream.IN).piped())
        .hasMessage("standard input is a terminal: pipe the password in");
  }

  @ParameterizedTest
  @CsvSource({"x, x", "x%, x", "x^%, x", "x^, x", "x%%, x%", "' x ', ' x '", "'', ''"})
  void oneLineBreakAtTheEndIsNoPartOfAPassword(String piped, String password) {
    assertThat(prompt(piped.replace('%', '\n').replace('^', '\r')).piped())
        .isEqualTo(password.replace('%', '\n'));
  }
}
