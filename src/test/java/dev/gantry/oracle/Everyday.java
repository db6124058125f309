package dev.gantry.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A row of {@code everyday.tsv}. In every column, {@code {n}} is a name that is free and is swept
 * away afterwards.
 *
 * @param compares {@code out} (what is printed beside the value), {@code lines} (the same in any
 *     order), {@code result} (exit status and both streams), {@code error} (what the daemon said),
 *     or {@code container}, {@code image}, {@code network}, {@code volume}: what the daemon then
 *     has of that name, which is {@code {n}} unless one follows a colon; {@code file:} and a path
 *     is what is in a file of the container {@code {n}}; {@code refused} whether it is done at all
 * @param setup a script that runs before; empty for none
 * @param cli the words after {@code docker}; those with blanks stand in single quotes
 * @param gantry a script
 * @param differs why the two differ on purpose, after {@code 20:} or {@code 28:} where only that
 *     engine is meant; empty where they do not
 */
record Everyday(String compares, String setup, String cli, String gantry, String differs) {
  /** The name that stands for {@code {n}}. */
  static final String NAME = "dsl-o-x";

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern ONE_ENGINE = Pattern.compile("(20|28): .*");

  static List<Everyday> rows() {
    try (InputStream in =
        Objects.requireNonNull(Everyday.class.getResourceAsStream("everyday.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Everyday::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Everyday parse(String line) {
    String[] column = line.replace("{n}", NAME).split("\t", -1);
    return new Everyday(column[0], column[1], column[2], column[3], column[4]);
  }

  List<String> words() {
    return WORD.matcher(cli)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  /** Why the two differ on an engine of that kind; empty where they shall not. */
  String differsOn(String kind) {
    return ONE_ENGINE.matcher(differs).matches() && !differs.startsWith(kind) ? "" : differs;
  }

  /** What is looked at, and by which name. */
  String thing() {
    return compares.split(":", 2)[0];
  }

  String name() {
    int colon = compares.indexOf(':');
    return colon < 0 ? NAME : compares.substring(colon + 1);
  }
}
