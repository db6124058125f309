package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import java.util.Locale;

/**
 * Asks before what destroys much and cannot be undone. Where nobody can be asked, the script has to
 * say that it means it.
 */
final class Consent {
  private Consent() {}

  /**
   * Goes on when the option {@code yes} or the person at the terminal says so.
   *
   * @param verb what is about to be done, as it was called
   * @param loses what will be gone, as a sentence of its own
   * @throws UsageException there is nobody to ask
   * @throws DeclinedException the person does not want it
   */
  static void to(Docker docker, VerbOptions given, String verb, String loses) {
    if (!given.is("yes") && !docker.prompt().agreesToAll() && !docker.prompt().isPossible()) {
      throw new UsageException(
          "%s was not done: %s Nobody can be asked here: say yes: true, or --yes"
              .formatted(verb, loses));
    }
    ifAsked(docker, given, verb, loses);
  }

  /**
   * The same for what destroys little: where nobody can be asked, it goes on.
   *
   * @throws DeclinedException the person does not want it
   */
  static void ifAsked(Docker docker, VerbOptions given, String verb, String loses) {
    Prompt prompt = docker.prompt();
    if (given.is("yes") || prompt.agreesToAll() || !prompt.isPossible()) {
      return;
    }
    String answer =
        prompt.ask("%s at %s: %s Go on? [y/N] ".formatted(verb, docker.getHost(), loses));
    if (!answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw new DeclinedException(verb);
    }
  }
}
