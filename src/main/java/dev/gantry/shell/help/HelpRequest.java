package dev.gantry.shell.help;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry that asks for help and is no Groovy: {@code ?docker.run}, {@code docker.run?}, {@code ?}
 * alone, {@code ?docker exec} in words of the Docker CLI.
 *
 * <p>Groovy would wait for the rest of {@code a ? b : c}, so these are taken out before it is
 * asked. An entry that begins with a blank remains Groovy.
 */
public final class HelpRequest {
  private static final String PATH =
      "[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*|\\['[^'\\n]*'\\]|\\[\"[^\"\\n]*\"\\]|\\[\\d+\\]"
          + "|\\([^()\\n]*\\)?)*";

  private static final Pattern BEFORE = Pattern.compile("\\?\\s*([^?\\s=:.][^?\\n]*)?\\??\\s*");
  private static final Pattern BEHIND = Pattern.compile("(" + PATH + ")\\s?\\?\\s*");

  private HelpRequest() {}

  /** What is asked about; empty text for help as such; nothing where the entry is Groovy. */
  public static Optional<String> of(String entry) {
    Matcher before = BEFORE.matcher(entry);
    if (before.matches()) {
      return Optional.of(before.group(1) == null ? "" : before.group(1).strip());
    }
    Matcher behind = BEHIND.matcher(entry);
    return behind.matches() ? Optional.of(behind.group(1)) : Optional.empty();
  }
}
