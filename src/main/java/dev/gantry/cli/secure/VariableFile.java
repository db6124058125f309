package dev.gantry.cli.secure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of {@code NAME="value"} lines that a shell or systemd reads, such as {@code
 * /etc/default/docker}.
 *
 * @param text all of it
 */
record VariableFile(String text) {

  private static Pattern line(String name) {
    return Pattern.compile(
        "(?m)^([ \\t]*(?:export[ \\t]+)?" + name + "=)([\"']?)([^\"'\\n]*)\\2([ \\t]*(?:#.*)?)$");
  }

  /** Each value that the variable is given, in their order: the last one holds. */
  List<String> values(String name) {
    List<String> values = new ArrayList<>();
    Matcher line = line(name).matcher(text);
    while (line.find()) {
      values.add(line.group(3));
    }
    return values;
  }

  /** The same with other values. */
  VariableFile with(String name, UnaryOperator<String> change) {
    return new VariableFile(
        line(name)
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1)
                            + '"'
                            + change.apply(found.group(3))
                            + '"'
                            + found.group(4))));
  }

  /** The same with more at the end of the last value, or in a line of its own. */
  VariableFile and(String name, String more) {
    Matcher line = line(name).matcher(text);
    int end = -1;
    String gap = "";
    while (line.find()) {
      end = line.end(3);
      gap = line.group(3).isBlank() ? "" : " ";
    }
    if (end < 0) {
      String newline = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      return new VariableFile(text + newline + name + "=\"" + more + "\"\n");
    }
    return new VariableFile(text.substring(0, end) + gap + more + text.substring(end));
  }
}
