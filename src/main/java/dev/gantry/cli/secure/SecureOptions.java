package dev.gantry.cli.secure;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What stands behind {@code --secure-remote}.
 *
 * @param names of the host
 * @param context the name of the context; null for the first name
 * @param listen the IP address to listen at; null for all
 * @param port the TCP port
 * @param root the folder that is {@code /} for all files
 * @param flags those given, such as {@code --apply}
 */
record SecureOptions(
    List<String> names,
    @Nullable String context,
    @Nullable String listen,
    int port,
    String root,
    List<String> flags) {
  private static final List<String> FLAGS = List.of("--apply", "--renew", "--undo", "--help");
  private static final int HIGHEST = 65_535;
  private static final int USUAL = 2376;

  /**
   * @throws UsageException they make no sense
   */
  static SecureOptions parse(List<String> args) {
    try {
      return options(new CommandLine(spec()).parseArgs(args.toArray(String[]::new)));
    } catch (UnmatchedArgumentException e) {
      String unknown = e.getUnmatched().get(0).replaceFirst("=.*", "");
      throw new UsageException(
          "unknown option '%s' for --secure-remote%s"
              .formatted(unknown, DidYouMean.hint(unknown, spec().optionsMap().keySet())));
    } catch (ParameterException e) {
      throw new UsageException("--secure-remote: " + e.getMessage());
    }
  }

  private static CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .addOption(OptionSpec.builder("-c", "--context").arity("1").build())
            .addOption(OptionSpec.builder("--listen").arity("1").build())
            .addOption(OptionSpec.builder("--port").arity("1").build())
            .addOption(OptionSpec.builder("--root").arity("1").build())
            .addOption(OptionSpec.builder("-h", "--help").arity("0").type(boolean.class).build())
            .addPositional(
                PositionalParamSpec.builder()
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .build());
    FLAGS
        .subList(0, FLAGS.size() - 1)
        .forEach(
            flag ->
                spec.addOption(OptionSpec.builder(flag).arity("0").type(boolean.class).build()));
    return spec;
  }

  private static SecureOptions options(ParseResult parsed) {
    return new SecureOptions(
        parsed.matchedPositionalValue(0, List.<String>of()),
        parsed.matchedOptionValue("--context", (String) null),
        parsed.matchedOptionValue("--listen", (String) null),
        port(parsed.matchedOptionValue("--port", String.valueOf(USUAL))),
        parsed.matchedOptionValue("--root", "/"),
        FLAGS.stream().filter(parsed::hasMatchedOption).toList());
  }

  private static int port(String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > HIGHEST) {
      throw new UsageException("--port is a number from 1 to " + HIGHEST + ", got '" + text + "'");
    }
    return port;
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  HostNames hostNames() {
    if (names.isEmpty()) {
      throw new UsageException(
          "--secure-remote wants the names or IP addresses by which clients call this host");
    }
    return HostNames.of(names);
  }

  /** The address to listen at. */
  Listening listening(HostNames host) {
    String usual = host.hasIpv6() ? "::" : "0.0.0.0";
    String address = listen == null ? usual : HostNames.of(List.of(listen)).first();
    return new Listening("tcp://" + HostNames.bracketed(address) + ":" + port);
  }

  /** The name of the context. */
  String contextName(HostNames host) {
    String name = context == null ? host.first().replace(':', '-') : context;
    if (name.equals("default") || !name.matches("[a-zA-Z0-9][a-zA-Z0-9_.+-]+")) {
      throw new UsageException(
          "'%s' cannot be the name of a context: give one of two or more letters, digits, _ . + or - with --context"
              .formatted(name));
    }
    return name;
  }
}
