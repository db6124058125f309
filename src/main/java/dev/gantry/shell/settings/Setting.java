package dev.gantry.shell.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person may choose about the shell: a new choice is a line here. */
public enum Setting {
  EDITING_MODE("emacs", "emacs|vi", "the keys of the line editor"),
  HIGHLIGHT("on", "on|off", "colours while typing"),
  SUGGEST("on", "on|off", "the rest of an earlier entry in grey; right arrow takes it"),
  STATUS("on", "on|off", "a line below the entry: engine, what runs there, jobs, a hint"),
  PAGER("auto", "auto|on|off", "a pager for what is longer than the screen"),
  FOLD("on", "on|off", "long and deep parts of a result as {…12} and […300]"),
  HUMANE("on", "on|off", "sizes and ages rounded, as people read them; off: bytes and times"),
  THEME("dark", "dark|light", "colours for that background"),
  ICONS("off", "on|off", "signs beside what completion offers");

  private final String usual;
  private final String words;
  private final String help;

  /**
   * @param words what it may be, with bars between; empty for any text
   */
  Setting(String usual, String words, String help) {
    this.usual = usual;
    this.words = words;
    this.help = help;
  }

  /** As it is typed: {@code editing-mode}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is unless chosen. */
  public String usual() {
    return usual;
  }

  /** What it may be; empty where any text will do. */
  public List<String> words() {
    return words.isEmpty() ? List.of() : List.of(words.split("\\|", -1));
  }

  /** One line. */
  public String help() {
    return help;
  }

  /** The setting of that key, or null. */
  public static @Nullable Setting of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }
}
