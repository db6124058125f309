package dev.gantry.cli;

import dev.gantry.cli.Surroundings.Stream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where the process begins: joins the command to the real streams and environment. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintStream out = utf8(new PipeOutput(new FileOutputStream(FileDescriptor.out)));
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    System.setOut(out);
    System.setErr(err);
    int status = new Gantry(surroundings(out, err, terminals()), Main::exit).run(args);
    // After success the threads that a script started may finish, as in any Java program.
    if (status != 0) {
      exit(status);
    }
  }

  /** This process as a JShell sees it that we did not start: a person reads what it prints. */
  static Surroundings snippets() {
    return surroundings(System.out, System.err, EnumSet.of(Stream.OUT));
  }

  /** This process as it is for a program of somebody else that opens a shell for a person. */
  static Surroundings here() {
    return surroundings(System.out, System.err, EnumSet.allOf(Stream.class));
  }

  private static Surroundings surroundings(
      PrintStream out, PrintStream err, Set<Stream> terminals) {
    int columns = Integer.getInteger("gantry.columns", 0);
    return new Surroundings(System.getenv(), System.in, out, err, terminals, columns);
  }

  private static void exit(int status) {
    System.exit(status);
  }

  /** Output is UTF-8 whatever the locale: JSON has to be, and a cron job has no locale. */
  private static PrintStream utf8(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  /**
   * The launcher says which streams are terminals. Java 17 cannot tell them apart, and {@link
   * System#console} means something else since 22.
   */
  private static Set<Stream> terminals() {
    Set<Stream> terminals = EnumSet.noneOf(Stream.class);
    for (String name : System.getProperty("gantry.terminals", "").split(",", -1)) {
      if (!name.isEmpty()) {
        terminals.add(Stream.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return terminals;
  }
}
