package dev.gantry.dsl;

import java.io.OutputStream;

/** The person's terminal, as far as a program in a container may have it for a while. */
public interface Tty {

  /** There is none. */
  Tty NONE =
      new Tty() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public OutputStream screen() {
          return OutputStream.nullOutputStream();
        }

        @Override
        public Taken take() {
          throw new IllegalStateException("there is no terminal");
        }
      };

  /** Whether there is one: keys that somebody types, and a screen. */
  boolean isThere();

  /** Its screen, without taking it: lines that end with a line feed, and no keys. */
  OutputStream screen();

  /**
   * Takes it, until what is given is closed: every key comes as its bytes, Ctrl-C among them;
   * nothing is echoed, and nothing that is written is changed on its way to the screen.
   */
  Taken take();

  /** A terminal that was taken. However its use ends, it is as before once this is closed. */
  interface Taken extends AutoCloseable {

    /**
     * Waits for keys, for a tenth of a second or so.
     *
     * @return how many bytes came; 0 when there were none, -1 when there will be no more
     */
    int keys(byte[] into);

    /** Its screen. */
    OutputStream screen();

    /** How large it is now; cheap to ask. */
    Size size();

    @Override
    void close();
  }

  /**
   * A size in characters.
   *
   * @param rows 0 when unknown
   * @param columns 0 when unknown
   */
  record Size(int rows, int columns) {
    boolean isKnown() {
      return rows > 0 && columns > 0;
    }

    /** Another size, so that a program that is told of both draws its screen anew. */
    Size larger() {
      return new Size(rows + 1, columns + 1);
    }
  }
}
