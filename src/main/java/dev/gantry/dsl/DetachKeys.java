package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Watches typed keys for those that leave a program. Keys that may be the first of them are held
 * back until the next one comes, as the Docker CLI does (moby/term v0.5.2, ascii.go and proxy.go).
 */
final class DetachKeys {
  private static final String USUAL = "ctrl-p,ctrl-q";

  /** What Ctrl gives 0 with, and so on up to 31. */
  private static final String CONTROL = "@abcdefghijklmnopqrstuvwxyz[\\]^_";

  private final String text;
  private final byte[] sequence;
  private int seen;
  private boolean complete;

  private DetachKeys(String text) {
    this.text = text;
    this.sequence = parse(text);
  }

  /**
   * The keys of the option {@code detachKeys}, else those of the Docker CLI's configuration file,
   * else Ctrl-P Ctrl-Q.
   *
   * @throws UsageException they are not written as keys are
   */
  static DetachKeys of(@Nullable Object option, Map<String, String> environment) {
    String given = Objects.toString(option, "");
    String text = given.isEmpty() ? ConfigFile.in(environment).text("detachKeys") : given;
    return new DetachKeys(text.isEmpty() ? USUAL : text);
  }

  /** As the daemon reads them. */
  String text() {
    return text;
  }

  static byte[] parse(String keys) {
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    for (String key : keys.split(",", -1)) {
      codes.write(code(key));
    }
    return codes.toByteArray();
  }

  private static int code(String key) {
    if (key.length() == 1 && key.charAt(0) < 128) {
      return key.charAt(0);
    }
    int control = key.matches("ctrl-.") ? CONTROL.indexOf(key.charAt(5)) : -1;
    if (control >= 0 || key.equals("DEL")) {
      return control >= 0 ? control : 127;
    }
    throw new UsageException(
        "detachKeys are single letters, DEL or ctrl- with one of a-z @ [ \\ ] ^ _, with commas"
            + " between: not '"
            + key
            + "'");
  }

  /**
   * Takes in keys.
   *
   * @return those to hand on now
   */
  byte[] pass(byte[] typed, int length) {
    ByteArrayOutputStream passed = new ByteArrayOutputStream(length + sequence.length);
    for (int i = 0; i < length && !complete; i++) {
      if (typed[i] == sequence[seen]) {
        complete = ++seen == sequence.length;
      } else {
        passed.write(sequence, 0, seen);
        passed.write(typed[i]);
        seen = 0;
      }
    }
    return passed.toByteArray();
  }

  /** Whether all of them were typed, one after the other. */
  boolean isComplete() {
    return complete;
  }
}
