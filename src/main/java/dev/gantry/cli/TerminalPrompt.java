package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.dsl.Prompt;
import dev.gantry.shell.running.Keyboard;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Asks at the terminal that standard input is. */
final class TerminalPrompt implements Prompt {
  private final Surroundings surroundings;
  private final Keyboard keyboard;
  private final boolean agreesToAll;

  /**
   * @param keyboard where the answers are typed
   * @param agreesToAll whether nothing that destroys much has to be asked
   */
  TerminalPrompt(Surroundings surroundings, Keyboard keyboard, boolean agreesToAll) {
    this.surroundings = surroundings;
    this.keyboard = keyboard;
    this.agreesToAll = agreesToAll;
  }

  /** A question that goes into a file is seen by nobody; a job's is in the way of the prompt. */
  @Override
  public boolean isPossible() {
    return keyboard.isFree()
        && surroundings.isTerminal(Stream.IN)
        && (surroundings.isTerminal(Stream.ERR) || surroundings.isTerminal(Stream.OUT));
  }

  @Override
  public boolean agreesToAll() {
    return agreesToAll;
  }

  @Override
  public String ask(String question) {
    return answer(question, true);
  }

  @Override
  public String askSecretly(String question) {
    return answer(question, false);
  }

  private String answer(String question, boolean visible) {
    if (!isPossible()) {
      throw new UsageException("there is no terminal to ask at: " + question.strip());
    }
    PrintStream screen =
        surroundings.isTerminal(Stream.ERR) ? surroundings.err() : surroundings.out();
    screen.print(question);
    screen.flush();
    try (TypedLine line = TypedLine.on(keyboard)) {
      return line.read(typed -> show(typed, visible, screen));
    } catch (IOException e) {
      throw new UsageException("cannot read the answer: " + e.getMessage());
    } finally {
      screen.println();
    }
  }

  private static void show(String typed, boolean visible, PrintStream screen) {
    if (visible) {
      screen.print(typed);
      screen.flush();
    }
  }

  @Override
  public String piped() {
    if (surroundings.isTerminal(Stream.IN)) {
      throw new UsageException("standard input is a terminal: pipe the password in");
    }
    try {
      String text = new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceFirst("\r?\n\\z|\r\\z", "");
    } catch (IOException e) {
      throw new UsageException("cannot read standard input: " + e.getMessage());
    }
  }
}
