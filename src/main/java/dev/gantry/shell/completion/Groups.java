package dev.gantry.shell.completion;

import java.util.Comparator;
import java.util.List;

/** The headings of a list, what is used every day first. */
public final class Groups {
  static final String USUAL_OPTIONS = "usual options";
  static final String OPTIONS = "options";
  static final String PROPERTIES = "properties";
  static final String METHODS = "methods";
  static final String EVERY_VALUE = "of every value";
  static final String VARIABLES = "variables";
  static final String RAW_CALLS = "raw calls";
  static final String GROOVYS = "Groovy's methods";

  /** Those that stand behind all others. */
  private static final List<String> LAST =
      List.of(
          USUAL_OPTIONS, OPTIONS, PROPERTIES, METHODS, EVERY_VALUE, VARIABLES, RAW_CALLS, GROOVYS);

  /** By their place; names of things and values first, by the alphabet. */
  public static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(LAST::indexOf).thenComparing(Comparator.naturalOrder());

  private Groups() {}
}
