package dev.gantry.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The process as the command sees it, so that tests can hand in another one.
 *
 * @param env the environment
 * @param in standard input
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param terminals which of the three are a person's terminal
 * @param columns the width of that terminal; 0 when unknown
 */
record Surroundings(
    Map<String, String> env,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<Stream> terminals,
    int columns) {
  enum Stream {
    IN,
    OUT,
    ERR
  }

  /** The same with other streams to write to, which lead to the same places in the end. */
  Surroundings with(PrintStream otherOut, PrintStream otherErr) {
    return new Surroundings(env, in, otherOut, otherErr, terminals, columns);
  }

  boolean isTerminal(Stream stream) {
    return terminals.contains(stream);
  }

  /** The same without a person at that stream. */
  Surroundings without(Stream stream) {
    Set<Stream> others = EnumSet.noneOf(Stream.class);
    others.addAll(terminals);
    others.remove(stream);
    return new Surroundings(env, in, out, err, others, columns);
  }
}
