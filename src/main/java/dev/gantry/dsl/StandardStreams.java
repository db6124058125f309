package dev.gantry.dsl;

import dev.gantry.UsageException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Standard input and output, for verbs that are told {@code -} in the place of a file; and the
 * terminal that they are.
 */
public interface StandardStreams {
  /** Those of a script that has neither. */
  StandardStreams NONE =
      new StandardStreams() {
        @Override
        public InputStream in() {
          throw new UsageException("'-' is standard input, and this script has none");
        }

        @Override
        public OutputStream out() {
          throw new UsageException("'-' is standard output, and this script has none");
        }
      };

  /**
   * Standard input, to be left open.
   *
   * @throws UsageException nothing can be read from it
   */
  InputStream in();

  /**
   * Standard output, to be left open.
   *
   * @throws UsageException it shall not be written to
   */
  OutputStream out();

  /** The terminal, for verbs that hand it to a program in a container. */
  default Tty tty() {
    return Tty.NONE;
  }
}
