package dev.gantry.shell.reading;

import dev.gantry.script.EntryPieces;
import dev.gantry.script.EntryPieces.Kind;
import dev.gantry.script.EntryPieces.Piece;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jspecify.annotations.Nullable;

/** Colours an entry as far as it is typed. */
final class EntryColours {
  private static final Pattern COMMAND = Pattern.compile("(/\\S*)(.*)", Pattern.DOTALL);

  private final Predicate<String> isCommand;
  private final Predicate<String> isKnown;

  /**
   * @param isCommand whether an entry is for the shell and not for Groovy
   * @param isKnown whether a name stands for something
   */
  EntryColours(Predicate<String> isCommand, Predicate<String> isKnown) {
    this.isCommand = isCommand;
    this.isKnown = isKnown;
  }

  /**
   * The same text with its colours.
   *
   * @param caret a bracket under or before it is shown with its partner; -1 for none
   */
  AttributedString of(String text, int caret) {
    Matcher command = COMMAND.matcher(text);
    return command.matches() && (isCommand.test(text) || command.group(2).isEmpty())
        ? new AttributedStringBuilder()
            .styled(EntryStyle.COMMAND.style(), command.group(1))
            .append(command.group(2))
            .toAttributedString()
        : groovy(text, caret);
  }

  private AttributedString groovy(String text, int caret) {
    List<Piece> pieces = EntryPieces.of(text);
    Set<Integer> unknown = UnknownNames.in(pieces, isKnown);
    Piece bracket = bracketAt(pieces, caret);
    AttributedStringBuilder coloured = new AttributedStringBuilder();
    int from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      coloured.append(text, from, piece.start());
      EntryStyle style = unknown.contains(i) ? EntryStyle.UNKNOWN : style(pieces, i);
      coloured.styled(
          isPair(piece, bracket) ? EntryStyle.PARTNER.style() : style.style(), piece.text());
      from = piece.end();
    }
    return coloured.append(text, from, text.length()).toAttributedString();
  }

  private static EntryStyle style(List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    boolean isWord = piece.kind() == Kind.NAME || piece.kind() == Kind.KEYWORD;
    String before = i == 0 ? "" : pieces.get(i - 1).text();
    String behind = i + 1 == pieces.size() ? "" : pieces.get(i + 1).text();
    if (isWord && behind.equals(":") && !before.equals("?") && !before.equals("case")) {
      return piece.text().equals("default") ? EntryStyle.KEYWORD : EntryStyle.KEY;
    }
    // docker.volumes.in: what stands behind a dot is a name, whatever else it may be
    return isWord && before.endsWith(".") ? EntryStyle.PLAIN : EntryStyle.of(piece.kind());
  }

  private static @Nullable Piece bracketAt(List<Piece> pieces, int caret) {
    Piece found = null;
    for (Piece piece : pieces) {
      boolean before = piece.end() == caret && found == null;
      if (piece.partner() >= 0 && (piece.start() == caret || before)) {
        found = piece;
      }
    }
    return found;
  }

  private static boolean isPair(Piece piece, @Nullable Piece bracket) {
    return bracket != null
        && piece.partner() >= 0
        && (piece.start() == bracket.start() || piece.partner() == bracket.start());
  }
}
