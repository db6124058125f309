package dev.gantry.shell.settings;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The signs of ours that a terminal can show.
 *
 * @param unicode whether it is more than ASCII
 */
public record Signs(boolean unicode) {

  /** The locale says what can be shown (POSIX.1-2017, section 8.2); C shows ASCII only. */
  public static Signs of(Map<String, String> env) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> env.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("C");
    return new Signs(locale.matches("(?i).*utf-?8.*"));
  }

  /** Stands where something was cut off. */
  public String ellipsis() {
    return shown("…");
  }

  /** A text of ours with signs that can be shown. */
  public String shown(String text) {
    return unicode ? text : text.replace("…", "...").replace('·', '|');
  }
}
