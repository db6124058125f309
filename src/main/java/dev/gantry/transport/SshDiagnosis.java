package dev.gantry.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what ssh, or the docker on the other side, has said into what a person can use. */
final class SshDiagnosis {
  /** What the shell answers for a command that it does not find (POSIX.1-2017, 2.8.2). */
  private static final int NOT_FOUND = 127;

  private final DockerHost host;
  private final String byHand;

  /**
   * @param wording in what is said, in small letters; any of them
   * @param wrong what it means
   * @param hint what to do; {@code %s} is the command that tries it by hand
   */
  private record Case(List<String> wording, String wrong, String hint) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              List.of("remote host identification has changed"),
              "the key of this host has changed",
              "Somebody may be listening in, or the host was set up anew. Ask its administrator; if"
                  + " it was, forget the old key with 'ssh-keygen -R' and log in once by hand: %s"),
          new Case(
              List.of("host key verification failed", "host key is known for"),
              "the key of this host is not known",
              "Log in once by hand and compare the fingerprint: %s"),
          new Case(
              List.of("too many authentication failures"),
              "the login was refused",
              "The agent offers too many keys: name the right one with IdentityFile and"
                  + " 'IdentitiesOnly yes' in ~/.ssh/config."),
          new Case(
              List.of("permission denied while trying to connect to the docker"),
              "the login works, but this user may not use the daemon's socket over there",
              "Make the user a member of the group of the socket there ('sudo usermod -aG docker"
                  + " USER', then log in anew), or log in as another. Mind that whoever may use the"
                  + " socket can become root on that host."),
          new Case(
              List.of("permission denied ("),
              "the login was refused",
              "It has to work without Gantry first: %s. A key is put there by 'ssh-copy-id', and"
                  + " one with a pass phrase is unlocked by 'ssh-add'."),
          new Case(
              List.of("could not resolve hostname"),
              "the name '%h' is not found",
              "Check its spelling; it may be a Host of ~/.ssh/config, or a name that a name server"
                  + " knows."),
          new Case(
              List.of("connection timed out", "operation timed out", "timed out during banner"),
              "no answer in time",
              "Check address and port; a firewall may swallow the packets."),
          new Case(
              List.of("connection refused"),
              "connection refused",
              "Does an ssh server run there, and on this port? Another port is written"
                  + " ssh://host:2222."),
          new Case(
              List.of("no route to host", "network is unreachable"),
              "there is no way to it",
              "Check the address and the network of this machine."),
          new Case(
              List.of("cannot connect to the docker daemon", "raw stream connection"),
              "the login works, but no daemon answers over there",
              "Is it running? Start it there, for example with 'sudo systemctl start docker'. If it"
                  + " listens elsewhere, name its socket: ssh://host/path/of/docker.sock"),
          new Case(
              List.of("not a docker command", "unknown command", "unknown flag"),
              "the docker command over there does not know 'system dial-stdio'",
              "It takes Docker 18.09 or newer there."),
          new Case(
              List.of("unexpected end of file", "connection closed by", "connection reset by"),
              "the ssh server closed the connection",
              "Its log says why; it may not take this address, or have too many connections."));

  SshDiagnosis(SshCommand command) {
    this.host = command.host();
    this.byHand = command.byHand();
  }

  /** Whether the other side has no docker command. */
  static boolean lacksDocker(int status, String said) {
    return status == NOT_FOUND || said.toLowerCase(Locale.ROOT).contains("docker: not found");
  }

  /** There is no connection. */
  ConnectionException explain(int status, String said) {
    Optional<Case> known =
        CASES.stream().filter(one -> lineWith(said, one.wording()).isPresent()).findFirst();
    if (known.isEmpty()) {
      return exception(
          "ssh ended with status " + status + quoted(lastLine(said)),
          "It has to work without Gantry first: " + byHand);
    }
    String line = lineWith(said, known.get().wording()).orElseThrow();
    return exception(
        known.get().wrong().replace("%h", host.host()) + quoted(line),
        known.get().hint().replace("%s", byHand));
  }

  ConnectionException tookTooLong(long seconds, String said) {
    return exception(
        "ssh has not logged in within " + seconds + " s" + quoted(lastLine(said)),
        "It has to work without Gantry first: " + byHand);
  }

  /** Before the daemon could say anything, something else did. */
  ConnectionException chatter(String beginning) {
    return exception(
        "the shell of the other side prints something where only the daemon may speak"
            + quoted(lastLine(beginning)),
        "Its start-up files (.bashrc, .profile, …) may print only when the shell is interactive.");
  }

  /** The socket that was forwarded leads nowhere. */
  ConnectionException forwardFailed(String socket, String said) {
    String line = lineWith(said, List.of("open failed", "forward")).orElse("");
    return exception(
        "there is no docker command on the other side, and its socket "
            + socket
            + " is not reached either"
            + quoted(line),
        "Install Docker's command line there, or name the daemon's socket"
            + " (ssh://host/path/of/docker.sock), which this user must be allowed to use; the ssh"
            + " server must allow forwarding (AllowStreamLocalForwarding).");
  }

  /** The connection was there, and broke. */
  static LostException lost(int status, String said) {
    return new LostException("ssh ended with status " + status + quoted(lastLine(said)));
  }

  private ConnectionException exception(String wrong, String hint) {
    return new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, null);
  }

  private static Optional<String> lineWith(String said, List<String> wording) {
    return said.lines()
        .filter(line -> wording.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains))
        .findFirst();
  }

  private static String lastLine(String said) {
    return said.lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last);
  }

  private static String quoted(String line) {
    String words = line.replaceAll("@@+|[\\p{Cntrl}\\s]+", " ").strip();
    return words.isEmpty() ? "" : " (\"" + words + "\")";
  }
}
