package dev.gantry.json;

import dev.gantry.json.Colors.Role;
import org.jspecify.annotations.Nullable;

/**
 * How something is laid out for whoever looks at it.
 *
 * @param width columns of the screen; 0 when there is no limit
 * @param colors whether it is coloured
 * @param ellipsis stands where something was cut off: {@code …}, or three dots where that cannot be
 *     shown
 * @param accents which values stand out
 * @param exact whether what is {@link Rounded} is shown to the last digit
 */
public record Layout(int width, Colors colors, String ellipsis, Accents accents, boolean exact) {
  /** No limits, no colours. */
  public static final Layout PLAIN = new Layout(0, Colors.OFF, "…", Accents.NONE);

  /** Says which values stand out, as a state that is bad does. */
  @FunctionalInterface
  public interface Accents {
    /** None does. */
    Accents NONE = (name, text) -> null;

    /**
     * The role of a value.
     *
     * @param name of the key or the column, in any spelling
     * @return null for one as any other
     */
    @Nullable Role of(String name, String text);
  }

  /** One that shows sizes and ages as people read them. */
  public Layout(int width, Colors colors, String ellipsis, Accents accents) {
    this(width, colors, ellipsis, accents, false);
  }

  /** One that is only as wide as a screen, or coloured. */
  public static Layout of(int width, Colors colors) {
    return new Layout(width, colors, "…", Accents.NONE);
  }

  /** Cuts a text to a number of columns. */
  String cut(String text, int columns) {
    return TextWidth.cut(text, columns, ellipsis);
  }

  /** Paints a value where it stands out. */
  String accent(String name, String text) {
    Role role = colors == Colors.OFF ? null : accents.of(name, text);
    return role == null ? text : colors.paint(role, text);
  }
}
