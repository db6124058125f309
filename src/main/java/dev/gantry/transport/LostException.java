package dev.gantry.transport;

import java.io.IOException;

/** A connection broke, and it is known why. The message says so, as part of a sentence. */
public final class LostException extends IOException {
  LostException(String why) {
    super(why);
  }
}
