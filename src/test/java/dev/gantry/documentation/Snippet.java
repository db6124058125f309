package dev.gantry.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fenced block of a Markdown file.
 *
 * @param file the file it is in
 * @param line the line of its first line in there, counted from 1
 * @param text what is in the block
 */
record Snippet(Path file, int line, String text) {

  /** The blocks whose fence says this, such as {@code groovy tested}. */
  static List<Snippet> in(Path file, String mark) throws IOException {
    String markdown = Files.readString(file);
    Pattern block = Pattern.compile("(?ms)^```" + Pattern.quote(mark) + "\n(.*?)^```$");
    return block
        .matcher(markdown)
        .results()
        .map(found -> new Snippet(file, lineAt(markdown, found.start(1)), found.group(1)))
        .toList();
  }

  private static int lineAt(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  /** What the snippet is called: {@code README.md:17}. */
  String name() {
    return file + ":" + line;
  }

  /** The commands behind {@code $} with what each prints. */
  List<Command> commands() {
    Matcher command = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)").matcher(text);
    return command
        .results()
        .map(
            found ->
                new Command(
                    file + ":" + (line + lineAt(text, found.start()) - 1),
                    found.group(1),
                    found.group(2)))
        .toList();
  }

  /**
   * A command line and its output, in which {@code …} stands for anything.
   *
   * @param name where it is
   */
  record Command(String name, String line, String output) {

    Pattern pattern() {
      return Pattern.compile(
          List.of(output.split("…", -1)).stream()
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }

    @Override
    public String toString() {
      return name + " " + line;
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
