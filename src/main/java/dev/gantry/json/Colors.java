package dev.gantry.json;

import org.jspecify.annotations.Nullable;

/**
 * Whether text is coloured, and how: roles in the terminal's own 16 colours, so that light and dark
 * backgrounds both work.
 */
public enum Colors {
  ON,
  OFF,
  /** For a light background, on which yellow is hard to see. */
  LIGHT;

  /** Those of names: they only have to differ, and are none that means something. */
  private static final String[] OF_NAMES = {"36", "35", "34", "96", "95", "94"};

  /** What a piece of text is. */
  public enum Role {
    KEY("36", "34"),
    STRING("32", "32"),
    NUMBER("35", "35"),
    OK("32", "32"),
    WARN("33", "35"),
    ERR("31", "31"),
    DIM("2", "2");

    private final String code;
    private final String light;

    Role(String code, String light) {
      this.code = code;
      this.light = light;
    }
  }

  /** Paints a text by its role (SGR, ECMA-48 section 8.3.117); leaves it as it is when off. */
  public String paint(Role role, String text) {
    return sgr(this == LIGHT ? role.light : role.code, text);
  }

  /** Paints a name, always the same one alike. */
  public String byName(String name) {
    return sgr(OF_NAMES[Math.floorMod(name.hashCode(), OF_NAMES.length)], name);
  }

  private String sgr(String code, String text) {
    return this == OFF || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** Paints the text of a scalar by the type of its value. */
  String scalar(@Nullable Object value, String text) {
    if (value instanceof CharSequence) {
      return paint(Role.STRING, text);
    }
    return paint(value == null ? Role.DIM : Role.NUMBER, text);
  }
}
