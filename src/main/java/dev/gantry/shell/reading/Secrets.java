package dev.gantry.shell.reading;

import dev.gantry.engine.Redaction;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises entries that carry a secret, and so are no business of the history file. Rather a
 * harmless entry too many than a secret too few.
 */
public final class Secrets {
  /** What a name has in it that speaks of a secret; {@code secrets} are names of secrets. */
  private static final String NAME =
      "(?:passw(?:or)?d|passphrase|secret(?!s\\b)|token(?!iz)|credential(?!Spec)"
          + "|(?:api|access|private|secret|unlock|signing|encryption|ssh|ca)[_-]?key"
          + "|(?<![a-z])(?:pw|pwd|pass)(?![a-z])"
          + "|(?:(?<![a-z])|registry_?)auth(?!or(?:s|ed|ing|Name)?\\b))[\\w-]*";

  private static final List<Pattern> SIGNS =
      Stream.of(
              // A value given to such a name: password: 'x', m['secret'] = 'x', -e TOKEN=x
              NAME + "['\"]?\\s*\\]?\\s*[:=](?![=~])",
              // ... by a method, behind a comma, or as a word of its own
              NAME + "\\s*\\(\\s*['\"]",
              "['\"][\\w.-]*" + NAME + "['\"]\\s*,\\s*['\"]",
              NAME + "\\s+['\"](?!\\s*[,)\\]])",
              "--?" + NAME + "['\"]?[\\s,=]+['\"]?\\w",
              // Calls whose arguments are secrets, also at the Docker CLI
              "\\blogin\\s*\\(|\\blogin\\s+['\"\\w-]",
              "\\bsecrets?\\s*\\.?\\s*create\\b|\\bunlock\\s*[('\"]",
              "\\b(?:curl|wget)\\b.*\\s(?:-u|--user)\\b|\\bmysql\\w*\\b.*[\\s'\"]-p['\"]?\\w",
              // Secrets by their own form: headers, tokens of the usual places, keys
              "\\b(?:bearer|basic)\\s+[\\w.~+/-]{8,}",
              "\\beyJ[\\w-]{10,}",
              "\\b(?:gh[pousr]_|github_pat_|glpat-|dckr_(?:pat|oat)_|npm_|xox[abpr]-|sk-|hvs\\.)[\\w-]{10,}",
              "\\b(?:AKIA|ASIA)[0-9A-Z]{12,}|\\bAIza[\\w-]{20,}",
              "-----BEGIN [A-Z ]*PRIVATE KEY",
              // https://token@host
              "://[^/@\\s'\":]{12,}@")
          .map(sign -> Pattern.compile(sign, Pattern.CASE_INSENSITIVE))
          .toList();

  private Secrets() {}

  /** Whether an entry, or a piece of one, has something in it that looks like a secret. */
  public static boolean isIn(String entry) {
    return SIGNS.stream().anyMatch(sign -> sign.matcher(entry).find())
        || !Redaction.line(entry).equals(entry);
  }
}
