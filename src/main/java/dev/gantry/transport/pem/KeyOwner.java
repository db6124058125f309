package dev.gantry.transport.pem;

import org.jspecify.annotations.Nullable;

/** The person whose keys are used, as far as that person has a say. */
public interface KeyOwner {

  /**
   * Asks for a pass phrase, without showing what is typed.
   *
   * @param question whole, with a blank at its end
   * @return null when there is nobody to ask
   */
  char @Nullable [] passPhrase(String question);

  /** Tells what does not stop the work, in a whole sentence. */
  void warn(String sentence);

  /** Nobody is there. */
  KeyOwner NOBODY =
      new KeyOwner() {
        @Override
        public char @Nullable [] passPhrase(String question) {
          return null;
        }

        @Override
        public void warn(String sentence) {}
      };
}
