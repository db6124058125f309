package dev.gantry.engine;

/** Closes what nobody reads any more: a failure to close loses nothing. */
final class Closing {
  private Closing() {}

  static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // The other side has gone; that is what was wanted.
    }
  }
}
