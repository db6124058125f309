package dev.gantry.dsl;

import dev.gantry.UsageException;

/** Asks the person at the terminal, if there is one. */
public interface Prompt {

  /** Whether there is somebody to ask. */
  boolean isPossible();

  /** Whether everything was agreed to beforehand, by {@code --yes}. */
  default boolean agreesToAll() {
    return false;
  }

  /** One line of an answer, seen while it is typed. */
  String ask(String question);

  /** One line of an answer that nobody sees. */
  String askSecretly(String question);

  /**
   * All of standard input, without the line break at its end.
   *
   * @throws UsageException it is a terminal, or cannot be read
   */
  String piped();

  /** Nobody is there, and nothing is piped in. */
  Prompt NOBODY =
      new Prompt() {
        @Override
        public boolean isPossible() {
          return false;
        }

        @Override
        public String ask(String question) {
          throw new UsageException("there is no terminal to ask at: " + question);
        }

        @Override
        public String askSecretly(String question) {
          return ask(question);
        }

        @Override
        public String piped() {
          throw new UsageException("nothing is piped in");
        }
      };
}
