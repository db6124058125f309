package dev.gantry.dsl.options;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of {@code name=value} lines. Blanks before a line, empty lines and lines that start with #
 * are skipped; blanks after a line and quotes belong to the value. No error text has a value.
 *
 * <p>Source: docker/cli v28.2.2, pkg/kvfile/kvfile.go.
 */
final class PairFiles {
  private PairFiles() {}

  /** A name alone takes the caller's value and is left out where the caller has none. */
  static Object environment(List<String> files, Asked asked) {
    List<String> pairs = new ArrayList<>();
    for (String pair : read(files, asked)) {
      String value = asked.where().environment().get(pair);
      if (pair.indexOf('=') >= 0) {
        pairs.add(pair);
      } else if (value != null) {
        pairs.add(pair + "=" + value);
      }
    }
    return pairs;
  }

  /** A name alone is left out. */
  static Object labels(List<String> files, Asked asked) {
    return Pairs.map(read(files, asked).stream().filter(pair -> pair.indexOf('=') >= 0).toList());
  }

  /** A whole file of the caller's machine. */
  static String text(String name, Asked asked) {
    Path file = path(name, asked);
    try {
      return asked.where().files().read(file);
    } catch (IOException e) {
      throw asked.bad("cannot read " + file + ": " + e);
    }
  }

  private static Path path(String name, Asked asked) {
    try {
      return asked.where().resolve(name);
    } catch (InvalidPathException e) {
      throw asked.bad("no file can have such a name: " + e.getReason());
    }
  }

  private static List<String> read(List<String> files, Asked asked) {
    List<String> pairs = new ArrayList<>();
    for (String file : files) {
      String text = text(file, asked);
      int start = text.startsWith("\uFEFF") ? 1 : 0;
      for (String line : text.substring(start).split("\r?\n", -1)) {
        String pair = line.stripLeading();
        if (!pair.isEmpty() && !pair.startsWith("#")) {
          pairs.add(checked(pair, file, asked));
        }
      }
    }
    return pairs;
  }

  private static String checked(String pair, String file, Asked asked) {
    String name = Pairs.name(pair);
    if (name.isEmpty()) {
      throw asked.bad("a line of " + file + " has no name before the '='");
    }
    if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      throw asked.bad("a name in " + file + " has blanks in it");
    }
    return pair;
  }
}
