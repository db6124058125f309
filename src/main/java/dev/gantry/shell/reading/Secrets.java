package dev.gantry.shell.reading;

import dev.gantry.engine.Redaction;
import java.util.regex.Pattern;

/** Recognises entries that carry a secret, and so are no business of the history file. */
public final class Secrets {
  /** A name that speaks of a secret, and a value given to it: {@code password: 'x'}. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(password|passwd|passphrase|secret|token|api_?key|credential|(^|\\W|registry_?)auth(?!or))\\w*"
              + "['\"]?\\s*\\]?\\s*[:=](?!=)",
          Pattern.CASE_INSENSITIVE);

  /** A call whose arguments are credentials. */
  private static final Pattern LOGIN = Pattern.compile("\\blogin\\s*\\(|\\blogin\\s+['\"\\w]");

  private Secrets() {}

  static boolean isIn(String entry) {
    return GIVEN.matcher(entry).find()
        || LOGIN.matcher(entry).find()
        || !Redaction.line(entry).equals(entry);
  }
}
