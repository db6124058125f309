package dev.gantry.shell.printing;

import dev.gantry.json.TextWidth;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds text back until it is clear whether it fits on the screen; what does not goes to a pager as
 * it comes, what does is written when it is closed.
 */
final class Paged implements Appendable, AutoCloseable {
  private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;:]*m");

  private final Appendable screen;
  private final Room room;
  private final Supplier<Pager.Session> pager;
  private final StringBuilder held = new StringBuilder();
  private int counted;
  private int rows;
  private Pager.@Nullable Session session;

  /**
   * How much goes onto the screen without a pager.
   *
   * @param rows -1 for nothing at all
   * @param columns of the screen
   */
  record Room(int rows, int columns) {}

  Paged(Appendable screen, Room room, Supplier<Pager.Session> pager) {
    this.screen = screen;
    this.room = room;
    this.pager = pager;
  }

  @Override
  public Paged append(CharSequence text) throws IOException {
    if (session != null) {
      session.write(text);
      return this;
    }
    held.append(text);
    count();
    if (rows > room.rows() || held.length() - counted > room.columns() * (room.rows() + 1L)) {
      Pager.Session begun = pager.get();
      session = begun;
      begun.write(held);
      held.setLength(0);
    }
    return this;
  }

  private void count() {
    for (int end = held.indexOf("\n", counted); end >= 0; end = held.indexOf("\n", counted)) {
      String line = COLOUR.matcher(held.substring(counted, end)).replaceAll("");
      rows += Math.max(1, (TextWidth.of(line) + room.columns() - 1) / room.columns());
      counted = end + 1;
    }
  }

  @Override
  public Paged append(CharSequence text, int start, int end) throws IOException {
    return append(text.subSequence(start, end));
  }

  @Override
  public Paged append(char c) throws IOException {
    return append(String.valueOf(c));
  }

  @Override
  public void close() throws IOException {
    if (session != null) {
      session.close();
    } else {
      screen.append(held);
    }
  }
}
