package dev.gantry.cli;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.cli.Options.Action;
import dev.gantry.cli.Options.Talk;
import dev.gantry.cli.reach.Naming;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.reach.TlsFlags;
import dev.gantry.cli.reach.TlsFlags.PemFiles;
import dev.gantry.engine.ApiVersion;
import dev.gantry.transport.DockerHost;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the command line. Options end at the script's name: what follows belongs to the script.
 *
 * <p>The options are built with picocli's programming interface: reading annotations by reflection
 * takes longer at every start.
 */
final class CommandLineParser {
  /** Has options of its own, and stands before them. */
  static final String SECURE_REMOTE = "--secure-remote";

  /** What follows is JShell's. */
  private static final String JSHELL = "--jshell";

  private CommandLineParser() {}

  /**
   * @throws UsageException the sentence to show to who typed it
   */
  static Options parse(String... args) {
    try {
      return options(
          new CommandLine(spec())
              .setStopAtPositional(true)
              .parseArgs(withJShellApart(withTraceValue(args))));
    } catch (UnmatchedArgumentException e) {
      String unknown = e.getUnmatched().get(0).replaceFirst("=.*", "");
      throw new UsageException(
          "unknown option '" + unknown + "'" + DidYouMean.hint(unknown, optionNames()));
    } catch (MissingParameterException e) {
      throw new UsageException("option " + name(e) + " needs a value");
    } catch (OverwrittenOptionException e) {
      throw new UsageException("give " + ((OptionSpec) e.getOverwritten()).longestName() + " once");
    } catch (ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** Ends the options behind {@code --jshell}: JShell has some of the same names. */
  private static String[] withJShellApart(String... args) {
    for (int i = 0; i < args.length && args[i].startsWith("-"); i += takesNext(args[i]) ? 2 : 1) {
      if (args[i].equals(JSHELL)) {
        List<String> apart = new ArrayList<>(List.of(args));
        apart.add(i + 1, "--");
        return apart.toArray(String[]::new);
      }
    }
    return args;
  }

  /**
   * Gives a bare {@code --trace} the value that it stands for: picocli would take the name of the
   * script for it.
   */
  private static String[] withTraceValue(String... args) {
    String[] given = args.clone();
    for (int i = 0; i < given.length && given[i].matches("-.+") && !given[i].equals(JSHELL); i++) {
      if (given[i].equals("--trace")) {
        given[i] = "--trace=";
      } else if (takesNext(given[i])) {
        i++;
      }
    }
    return given;
  }

  private static boolean takesNext(String arg) {
    OptionSpec option = spec().optionsMap().get(arg);
    return option != null && option.arity().min() > 0;
  }

  /** Every way to write every option. */
  static Collection<String> optionNames() {
    return spec().options().stream().flatMap(option -> List.of(option.names()).stream()).toList();
  }

  private static CommandSpec spec() {
    return CommandSpec.create()
        .name("gantry")
        .addOption(value("-e").type(List.class).auxiliaryTypes(String.class).build())
        .addOption(value("-H", "--host").build())
        .addOption(value("-c", "--context").build())
        .addOption(choice("--tls"))
        .addOption(choice("--tlsverify"))
        .addOption(value("--tlscacert").build())
        .addOption(value("--tlscert").build())
        .addOption(value("--tlskey").build())
        .addOption(value("--api-version").build())
        .addOption(value("--timeout").build())
        .addOption(flag("--insecure"))
        .addOption(flag("--read-only"))
        .addOption(flag("--dry-run"))
        .addOption(flag("-y", "--yes"))
        .addOption(value("--trace").build())
        .addOption(value("-o", "--output").build())
        .addOption(value("--color").build())
        .addOption(flag("-q", "--quiet"))
        .addOption(flag("-v", "--verbose"))
        .addOption(flag(SECURE_REMOTE))
        .addOption(flag("--grab"))
        .addOption(flag(JSHELL))
        .addOption(flag("--no-init"))
        .addOption(flag("--doctor"))
        .addOption(flag("-h", "--help"))
        .addOption(flag("-V", "--version"))
        .addPositional(
            PositionalParamSpec.builder()
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
  }

  private static OptionSpec.Builder value(String... names) {
    return OptionSpec.builder(names).arity("1");
  }

  private static OptionSpec flag(String... names) {
    return OptionSpec.builder(names).arity("0").type(boolean.class).build();
  }

  /** A flag that may be turned off as well: {@code --tls=false}. */
  private static OptionSpec choice(String name) {
    return OptionSpec.builder(name).arity("0..1").fallbackValue("true").type(Boolean.class).build();
  }

  private static Options options(ParseResult parsed) {
    List<String> rest = parsed.matchedPositionalValue(0, List.<String>of());
    List<String> lines = parsed.matchedOptionValue("-e", List.<String>of());
    boolean file = lines.isEmpty() && !rest.isEmpty() && !parsed.hasMatchedOption(JSHELL);
    return new Options(
        action(parsed, file || !lines.isEmpty()),
        lines.isEmpty() ? null : String.join("\n", lines),
        file ? rest.get(0) : "-",
        file ? rest.subList(1, rest.size()) : rest,
        !parsed.hasMatchedOption("--no-init"),
        talk(parsed),
        reach(parsed),
        new Safety(
            parsed.hasMatchedOption("--read-only"),
            parsed.hasMatchedOption("--dry-run"),
            parsed.hasMatchedOption("--yes"),
            parsed.matchedOptionValue("--trace", (String) null)),
        Display.parse(
            parsed.matchedOptionValue("--output", "auto"),
            parsed.matchedOptionValue("--color", "auto")),
        parsed.hasMatchedOption("--grab"));
  }

  private static Action action(ParseResult parsed, boolean script) {
    if (parsed.hasMatchedOption(SECURE_REMOTE)) {
      throw new UsageException(SECURE_REMOTE + " comes first: gantry " + SECURE_REMOTE + " NAME…");
    }
    if (parsed.hasMatchedOption("--help")) {
      return Action.HELP;
    }
    if (parsed.hasMatchedOption("--version")) {
      return Action.VERSION;
    }
    if (parsed.hasMatchedOption("--doctor")) {
      return Action.DOCTOR;
    }
    if (parsed.hasMatchedOption(JSHELL)) {
      return jshell(parsed);
    }
    return script ? Action.SCRIPT : Action.SHELL;
  }

  private static Action jshell(ParseResult parsed) {
    if (parsed.hasMatchedOption("-e")) {
      throw new UsageException(JSHELL + " opens a shell for Java, and -e is a line of Groovy");
    }
    return Action.JSHELL;
  }

  private static Reach reach(ParseResult parsed) {
    String timeout = text(parsed, "--timeout");
    String host = text(parsed, "--host");
    String apiVersion = text(parsed, "--api-version");
    checkForms(host, apiVersion);
    return new Reach(
        Naming.ofCommandLine(host, text(parsed, "--context")),
        tls(parsed),
        apiVersion,
        timeout == null ? null : seconds(timeout),
        parsed.hasMatchedOption("--insecure"));
  }

  private static TlsFlags tls(ParseResult parsed) {
    return new TlsFlags(
        parsed.matchedOptionValue("--tls", (Boolean) null),
        new PemFiles(
            text(parsed, "--tlscacert"), text(parsed, "--tlscert"), text(parsed, "--tlskey")),
        parsed.matchedOptionValue("--tlsverify", (Boolean) null));
  }

  private static @Nullable String text(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, (String) null);
  }

  /** What is written wrong is said here, and not by the script that uses the engine first. */
  private static void checkForms(@Nullable String host, @Nullable String apiVersion) {
    if (host != null && !host.isBlank()) {
      DockerHost.parse(host);
    }
    if (apiVersion != null) {
      ApiVersion.wanted("--api-version", apiVersion);
    }
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?s?")) {
      throw new UsageException("--timeout wants seconds, such as 30 or 2.5, got '" + text + "'");
    }
    return Duration.ofMillis(new BigDecimal(text.replace("s", "")).movePointRight(3).longValue());
  }

  private static Talk talk(ParseResult parsed) {
    if (parsed.hasMatchedOption("--verbose")) {
      return Talk.VERBOSE;
    }
    return parsed.hasMatchedOption("--quiet") ? Talk.QUIET : Talk.NORMAL;
  }

  private static String name(MissingParameterException e) {
    return e.getMissing().get(0) instanceof OptionSpec option ? option.longestName() : "";
  }
}
