package dev.gantry.script;

import dev.gantry.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a script and what messages call it.
 *
 * @param name a file's path as it was typed, {@code -e} or {@code standard input}
 * @param text the source; a first line {@code #!…} is allowed
 */
public record ScriptSource(String name, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads a script file, which is UTF-8 with or without a byte order mark.
   *
   * @throws UsageException there is no such file, it is a directory, it cannot be read, or it is
   *     not UTF-8
   */
  public static ScriptSource file(Path path) {
    if (Files.isDirectory(path)) {
      throw new UsageException("'" + path + "' is a directory, not a script");
    }
    if (!Files.exists(path)) {
      throw new UsageException("no script file '" + path + "'" + hintFor(path));
    }
    try {
      return new ScriptSource(path.toString(), decode(path.toString(), Files.readAllBytes(path)));
    } catch (AccessDeniedException e) {
      throw new UsageException("cannot read the script '" + path + "': permission denied");
    } catch (IOException e) {
      throw new UsageException("cannot read the script '" + path + "': " + e.getMessage());
    }
  }

  /** The text of a one-liner; several {@code -e} are the lines of one script. */
  public static ScriptSource expression(String text) {
    return new ScriptSource("-e", text);
  }

  /**
   * Reads a script to the end of a stream, which stays open.
   *
   * @throws UsageException the stream cannot be read, or is not UTF-8
   */
  public static ScriptSource standardInput(InputStream in) {
    try {
      return new ScriptSource("standard input", decode("standard input", in.readAllBytes()));
    } catch (IOException e) {
      throw new UsageException("cannot read the script from standard input: " + e.getMessage());
    }
  }

  /** The line with this number, counted from 1, or nothing when there is none. */
  String line(int number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  /**
   * The comment at its beginning, without the slashes: what {@code --help} shows of a script that
   * reads its arguments by {@link GantryScript#parseArgs}.
   */
  String header() {
    return text.lines()
        .dropWhile(line -> line.startsWith("#!"))
        .takeWhile(line -> line.startsWith("//"))
        .map(line -> line.substring(2).strip())
        .collect(Collectors.joining("\n"));
  }

  private static String decode(String name, byte[] bytes) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UsageException("the script '" + name + "' is not UTF-8 text");
    }
  }

  private static String hintFor(Path path) {
    String typed = path.toString();
    if (Files.exists(Path.of(typed + ".groovy"))) {
      return "; did you mean '" + typed + ".groovy'?";
    }
    if (typed.endsWith(".groovy") || (typed.contains("/") && !typed.contains("("))) {
      return "";
    }
    boolean word = typed.chars().allMatch(Character::isJavaIdentifierPart);
    return "; to run an expression: gantry -e '" + (word ? "docker." + typed + "()" : typed) + "'";
  }
}
