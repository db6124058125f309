package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.dsl.StandardStreams;
import dev.gantry.dsl.Tty;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The streams of the process, as far as a script may have them for archives.
 *
 * @param scriptIsInput whether the script itself came from standard input, and used it up
 * @param tty the terminal behind them
 */
record ProcessStreams(Surroundings surroundings, boolean scriptIsInput, Tty tty)
    implements StandardStreams {

  @Override
  public InputStream in() {
    if (surroundings.isTerminal(Stream.IN)) {
      throw new UsageException(
          "'-' is standard input, which is a terminal: feed it an archive (… < x.tar), or give a"
              + " file or an open stream");
    }
    if (scriptIsInput) {
      throw new UsageException(
          "'-' is standard input, from which the script itself was read: keep the script in a file,"
              + " or give it by -e");
    }
    return surroundings.in();
  }

  @Override
  public OutputStream out() {
    if (surroundings.isTerminal(Stream.OUT)) {
      throw new UsageException(
          "'-' is standard output, which is a terminal: send it to a file or a program (… > x.tar),"
              + " or give a file or an open stream");
    }
    return surroundings.out();
  }
}
