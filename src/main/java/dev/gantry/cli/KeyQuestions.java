package dev.gantry.cli;

import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Prompt;
import dev.gantry.transport.pem.KeyOwner;
import org.jspecify.annotations.Nullable;

/** What is asked and said about the keys of TLS reaches the person at the terminal. */
record KeyQuestions(Notices notices, Prompt prompt) implements KeyOwner {

  @Override
  public char @Nullable [] passPhrase(String question) {
    return prompt.isPossible() ? prompt.askSecretly(question).toCharArray() : null;
  }

  @Override
  public void warn(String sentence) {
    notices.say("warning: " + sentence);
  }
}
