package dev.gantry.transport;

import dev.gantry.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ssh} is called with. Its own configuration decides all that is not said here.
 *
 * @param program the ssh of PATH
 * @param host where to log in
 */
record SshCommand(Path program, DockerHost host) {
  /** Where a daemon listens unless told otherwise. */
  private static final String DEFAULT_SOCKET = "/var/run/docker.sock";

  /** As the Docker CLI has it (docker/cli v28.5.2, cli/connhelper/connhelper.go). */
  private static final long CONNECT_SECONDS = 30;

  /**
   * What may mean something to a shell: commands of the configuration have these names put into
   * them. OpenSSH 9.6 and newer refuse the same.
   */
  private static final Pattern UNSAFE = Pattern.compile("^-|[\\s\\p{Cntrl}'\"`$\\\\;&<>|(){}*?!]");

  /**
   * Looks for ssh.
   *
   * @throws UsageException the host cannot be named to it
   * @throws ConnectionException there is none
   */
  static SshCommand find(DockerHost host, Map<String, String> env) {
    if (UNSAFE.matcher(host.host()).find() || UNSAFE.matcher(host.user()).find()) {
      throw new UsageException(
          "'%s' is no Docker host: user and host of ssh:// may not begin with '-', and have neither blanks nor what means something to a shell"
              .formatted(host));
    }
    return Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(SshCommand::candidate)
        .findFirst()
        .map(program -> new SshCommand(program, host))
        .orElseThrow(
            () ->
                new ConnectionException(
                    "Cannot connect to " + host + ": there is no 'ssh' on PATH",
                    "Install OpenSSH's client (Debian: openssh-client, Fedora: openssh-clients).",
                    null));
  }

  private static Stream<Path> candidate(String folder) {
    try {
      return Stream.of(Path.of(folder, "ssh"))
          .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /** Prints the configuration for this host, and connects to nobody. */
  List<String> configuration() {
    return command(List.of("-G"), List.of());
  }

  /** The connection that the sessions of others go through: it has none itself. */
  List<String> master(Path control, SshConfiguration configuration, Duration timeout) {
    List<String> options = new ArrayList<>(quiet(timeout));
    options.addAll(List.of("-N", "-M", "-S", control.toString(), "-o", "ControlPersist=no"));
    options.addAll(configuration.keepAlive());
    return command(options, List.of());
  }

  /** A session that is a connection to the daemon, through a master or by itself. */
  List<String> session(List<String> way, Duration timeout) {
    List<String> options = new ArrayList<>(quiet(timeout));
    options.addAll(way);
    return command(options, List.of(dialStdio()));
  }

  /** The options that lead through a master. */
  static List<String> through(Path control) {
    return List.of("-S", control.toString(), "-o", "ControlMaster=no");
  }

  /** Asks a master to forward a socket. */
  List<String> forwardThrough(Path control, Path socket) {
    List<String> options = new ArrayList<>(List.of("-S", control.toString(), "-O", "forward"));
    options.addAll(forwarded(socket));
    return command(options, List.of());
  }

  /** A connection that does nothing but forward a socket. */
  List<String> forward(Path socket, SshConfiguration configuration, Duration timeout) {
    List<String> options = new ArrayList<>(List.of("-N", "-T", "-o", connectTimeout(timeout)));
    options.addAll(forwarded(socket));
    options.addAll(configuration.keepAlive());
    return command(options, List.of());
  }

  /** The socket of the daemon on the other side. */
  String remoteSocket() {
    return host.path().isEmpty() ? DEFAULT_SOCKET : host.path();
  }

  /** What a person types to try the same. */
  String byHand() {
    return "ssh "
        + (host.port() < 0 ? "" : "-p " + host.port() + " ")
        + (host.user().isEmpty() ? "" : host.user() + "@")
        + host.host();
  }

  private List<String> forwarded(Path socket) {
    return List.of(
        "-o",
        "ExitOnForwardFailure=yes",
        "-o",
        "StreamLocalBindMask=0177",
        "-L",
        socket + ":" + remoteSocket());
  }

  /** Nothing of what the configuration says for people: forwardings may be in use already. */
  private static List<String> quiet(Duration timeout) {
    return List.of(
        "-T",
        "-o",
        connectTimeout(timeout),
        "-o",
        "ClearAllForwardings=yes",
        "-o",
        "RemoteCommand=none");
  }

  private static String connectTimeout(Duration timeout) {
    long seconds = timeout.plusMillis(999).toSeconds();
    return "ConnectTimeout=" + (seconds == 0 ? CONNECT_SECONDS : seconds);
  }

  private String dialStdio() {
    return host.path().isEmpty()
        ? "docker system dial-stdio"
        : "docker --host " + quoted("unix://" + host.path()) + " system dial-stdio";
  }

  /** For the shell of the other side. */
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private List<String> command(List<String> options, List<String> remote) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(options);
    if (!host.user().isEmpty()) {
      command.addAll(List.of("-l", host.user()));
    }
    if (host.port() >= 0) {
      command.addAll(List.of("-p", String.valueOf(host.port())));
    }
    command.addAll(List.of("--", host.host()));
    command.addAll(remote);
    return command;
  }
}
