package dev.gantry.script;

import java.util.List;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry can be run, needs more lines, or can never be right.
 *
 * <p>Groovy's own lexer and parser decide; no class is made and nothing runs.
 *
 * @param status what to do with the entry
 * @param openBrackets how many brackets are open at the end: the depth to indent the next line to;
 *     0 within a text, whose blanks are its own
 * @param missing what closes the innermost open construct, or {@code ""} where an expression just
 *     goes on
 */
public record Completeness(Status status, int openBrackets, String missing) {

  /** The three answers. */
  public enum Status {
    /** It parses. */
    COMPLETE,
    /** It ends inside a construct that more lines can close. */
    INCOMPLETE,
    /** It is wrong, whatever follows. */
    ERROR
  }

  /**
   * Short endings, one of which makes an unfinished entry parse. The position of the parser's error
   * does not tell: for {@code 1 +} or {@code try { 1 }} it is not at the end.
   */
  private static final List<String> TAILS =
      List.of("\n0", "\n}", "\n)", "\n]", "\n'''", "\n\"\"\"", "\n*/", "\n{}", "\nfinally {}");

  /** Looks at an entry. An empty one is complete. */
  public static Completeness of(String entry) {
    BracketScan scan = BracketScan.of(entry);
    return switch (scan.end()) {
      case WRONG_CLOSER -> error();
      case OPEN -> incomplete(scan.depth(), scan.missing());
      case CLOSED -> ofParser(entry);
    };
  }

  /**
   * Only the brackets, strings and comments that are open at the end of a text, without asking the
   * parser: cheap enough for every key.
   */
  public static Completeness ofBrackets(String text) {
    BracketScan scan = BracketScan.of(text);
    return scan.end() == BracketScan.End.OPEN
        ? incomplete(scan.depth(), scan.missing())
        : new Completeness(Status.COMPLETE, 0, "");
  }

  private static Completeness ofParser(String entry) {
    MultipleCompilationErrorsException failure = failure(entry);
    if (failure == null) {
      return new Completeness(Status.COMPLETE, 0, "");
    }
    for (String tail : TAILS) {
      if (failure(entry + tail) == null) {
        return incomplete(0, closerIn(tail));
      }
    }
    return startsAtEnd(failure, entry) ? incomplete(0, "") : error();
  }

  private static Completeness incomplete(int openBrackets, String missing) {
    return new Completeness(Status.INCOMPLETE, openBrackets, missing);
  }

  private static Completeness error() {
    return new Completeness(Status.ERROR, 0, "");
  }

  /** A tail that is a whole operand or block stands for "go on", not for a bracket to type. */
  private static String closerIn(String tail) {
    String closer = tail.strip();
    return closer.equals("0") || closer.contains("{}") ? "" : closer;
  }

  private static boolean startsAtEnd(MultipleCompilationErrorsException failure, String entry) {
    return failure.getErrorCollector().getError(0) instanceof SyntaxErrorMessage message
        && isAtEnd(message.getCause(), entry);
  }

  private static boolean isAtEnd(SyntaxException error, String entry) {
    return Positions.offset(entry, error.getStartLine(), error.getStartColumn()) >= entry.length();
  }

  /** Parses up to the conversion to a tree, before any name is resolved or transformation runs. */
  private static @Nullable MultipleCompilationErrorsException failure(String text) {
    SourceUnit unit = SourceUnit.create("entry", text);
    try {
      unit.parse();
      unit.completePhase();
      unit.nextPhase();
      unit.convert();
      return null;
    } catch (MultipleCompilationErrorsException e) {
      return e;
    }
  }
}
