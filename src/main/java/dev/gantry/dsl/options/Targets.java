package dev.gantry.dsl.options;

import groovy.lang.Closure;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Where output can go: it is opened when there is some, not here. */
final class Targets {
  private Targets() {}

  /** A file, a stream, a closure or a program; names of any class become a String. */
  static Object read(Object given, Asked asked) {
    if (given instanceof CharSequence name) {
      return name.toString();
    }
    if (given instanceof File
        || given instanceof Path
        || given instanceof OutputStream
        || given instanceof Closure
        || given instanceof Process
        || given instanceof List) {
      return given;
    }
    throw asked.wants(given);
  }
}
