package dev.gantry.shell.reading;

import dev.gantry.script.EntryPieces.Kind;
import org.jline.utils.AttributedStyle;

/**
 * How the parts of an entry look while it is typed: roles in the terminal's own 16 colours, so that
 * light and dark backgrounds both work.
 */
enum EntryStyle {
  PLAIN(AttributedStyle.DEFAULT),
  KEYWORD(AttributedStyle.BOLD),
  STRING(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
  NUMBER(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
  /** An option or a key of a map: {@code name:}. */
  KEY(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
  /** A name that begins with a slash. */
  COMMAND(AttributedStyle.BOLD.foreground(AttributedStyle.CYAN)),
  COMMENT(AttributedStyle.DEFAULT.faint().italic()),
  /** A name that stands for nothing. */
  UNKNOWN(AttributedStyle.DEFAULT.faint()),
  /** What can never be right. */
  WRONG(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED).underline()),
  /** The bracket at the caret, and the one that belongs to it. */
  PARTNER(AttributedStyle.BOLD.inverse()),
  /** What an earlier entry goes on with. */
  SUGGESTION(AttributedStyle.DEFAULT.faint());

  @SuppressWarnings("ImmutableEnumChecker") // JLine does not say that it is, but it is (4.5.0)
  private final AttributedStyle style;

  EntryStyle(AttributedStyle style) {
    this.style = style;
  }

  AttributedStyle style() {
    return style;
  }

  static EntryStyle of(Kind kind) {
    return switch (kind) {
      case KEYWORD -> KEYWORD;
      case STRING -> STRING;
      case NUMBER -> NUMBER;
      case COMMENT -> COMMENT;
      case WRONG -> WRONG;
      case NAME, OPENING, CLOSING, SIGN -> PLAIN;
    };
  }
}
