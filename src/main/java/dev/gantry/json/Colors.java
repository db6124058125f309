package dev.gantry.json;

import org.jspecify.annotations.Nullable;

/**
 * Whether text is coloured, and how: roles in the terminal's own 16 colours, so that light and dark
 * backgrounds both work.
 */
public enum Colors {
  ON,
  OFF;

  /** What a piece of text is. */
  public enum Role {
    KEY("36"),
    STRING("32"),
    NUMBER("35"),
    OK("32"),
    WARN("33"),
    ERR("31"),
    DIM("2");

    private final String code;

    Role(String code) {
      this.code = code;
    }
  }

  /** Paints a text by its role (SGR, ECMA-48 section 8.3.117); leaves it as it is when off. */
  public String paint(Role role, String text) {
    return this == OFF || text.isEmpty() ? text : "\u001b[" + role.code + "m" + text + "\u001b[0m";
  }

  /** Paints the text of a scalar by the type of its value. */
  String scalar(@Nullable Object value, String text) {
    if (value instanceof CharSequence) {
      return paint(Role.STRING, text);
    }
    return paint(value == null ? Role.DIM : Role.NUMBER, text);
  }
}
