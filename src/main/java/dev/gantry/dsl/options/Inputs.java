package dev.gantry.dsl.options;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;

/** What can be fed to a program: it is opened when the program runs, not here. */
final class Inputs {
  private Inputs() {}

  /** A text, bytes, a file or a stream; texts of any class become a String. */
  static Object read(Object given, Asked asked) {
    if (given instanceof CharSequence text) {
      return text.toString();
    }
    if (given instanceof byte[]
        || given instanceof InputStream
        || given instanceof File
        || given instanceof Path) {
      return given;
    }
    throw asked.wants(given);
  }
}
