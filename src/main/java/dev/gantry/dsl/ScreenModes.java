package dev.gantry.dsl;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modes of a screen a program has changed, so that they can be undone when it was killed
 * before it could do so itself. Modes as in xterm's control sequences (patch 400), DECSET: {@code
 * ESC [ ? n ; n h} sets, {@code l} resets.
 */
final class ScreenModes {
  /** The cursor is seen, and lines wrap, unless a program says otherwise. */
  private static final Set<Integer> USUALLY_ON = Set.of(7, 25);

  /** The keys of the cursor, the mouse, the alternate screen, reports of focus, pasting. */
  private static final Set<Integer> USUALLY_OFF =
      Set.of(1, 9, 47, 1000, 1002, 1003, 1004, 1005, 1006, 1015, 1047, 1049, 2004);

  private static final String BEGINNING = "\u001b[?";
  private static final int LONGEST = 32;

  private final Set<Integer> changed = new TreeSet<>();
  private final StringBuilder sequence = new StringBuilder();

  /** There was another control sequence, perhaps one for a colour. */
  private boolean styled;

  /** Looks at what goes to the screen; a sequence may be cut anywhere. */
  void see(byte[] output, int length) {
    for (int i = 0; i < length; i++) {
      see((char) (output[i] & 0xff));
    }
  }

  private void see(char c) {
    int at = sequence.length();
    if (at < BEGINNING.length()) {
      boolean goesOn = c == BEGINNING.charAt(at);
      styled |= at == 2 && !goesOn;
      sequence.setLength(goesOn ? at : 0);
      if (goesOn || c == BEGINNING.charAt(0)) {
        sequence.append(c);
      }
    } else if ((Character.isDigit(c) || c == ';') && at < LONGEST) {
      sequence.append(c);
    } else {
      apply(sequence.substring(BEGINNING.length()), c);
      sequence.setLength(0);
    }
  }

  private void apply(String modes, char action) {
    for (String digits : modes.split(";", -1)) {
      int mode = digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
      if (action == (USUALLY_ON.contains(mode) ? 'l' : 'h')
          && (USUALLY_ON.contains(mode) || USUALLY_OFF.contains(mode))) {
        changed.add(mode);
      } else if (action == 'h' || action == 'l') {
        changed.remove(mode);
      }
    }
  }

  /** What brings the screen back to what it was. */
  byte[] undo() {
    StringBuilder text = new StringBuilder();
    changed.forEach(
        mode -> text.append(BEGINNING).append(mode).append(USUALLY_ON.contains(mode) ? 'h' : 'l'));
    return text.append(styled ? "\u001b[0m" : "").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
