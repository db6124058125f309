package dev.gantry.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;

/** Says why a unix socket was not reached: by looking at the file, not at the system's wording. */
final class UnixDiagnosis {
  private static final String ELSEWHERE =
      "If it listens elsewhere, say where with --host or DOCKER_HOST.";

  private UnixDiagnosis() {}

  static ConnectionException explain(DockerHost host, Duration timeout, IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return exception(
          host,
          "no answer within " + timeout.toMillis() + " ms",
          "The daemon is overloaded or stopped: it does not accept connections.",
          failure);
    }
    return host.path().startsWith("@")
        ? exception(host, "nobody listens on this abstract socket", ABSTRACT, failure)
        : explain(host, Path.of(host.path()), failure);
  }

  private static ConnectionException explain(DockerHost host, Path path, IOException failure) {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      if (!file.isOther()) {
        return exception(
            host,
            "this is a " + kind(file) + " and not a socket",
            "Give the socket itself.",
            failure);
      }
      return Files.isWritable(path)
          ? exception(host, "nobody listens on this socket", NOBODY_LISTENS, failure)
          : denied(host, file, failure);
    } catch (AccessDeniedException e) {
      return exception(host, "permission denied for user '" + user() + "'", FOLDER_DENIED, failure);
    } catch (IOException e) {
      return exception(
          host,
          "there is no such socket",
          "Is the daemon running? Start it, for example with 'sudo systemctl start docker'. "
              + ELSEWHERE,
          failure);
    }
  }

  private static final String ABSTRACT =
      "Is the daemon running, and in the same network namespace? A socket in a file whose name"
          + " begins with '@' is written unix://./@name.";

  private static final String NOBODY_LISTENS =
      "Is the daemon running? The file is what a stopped daemon left behind; start it, for example"
          + " with 'sudo systemctl start docker'. "
          + ELSEWHERE;

  private static final String FOLDER_DENIED =
      "This user may not enter the folder of the socket. Run as the user whose daemon it is.";

  private static ConnectionException denied(
      DockerHost host, PosixFileAttributes file, IOException failure) {
    String group = file.group().getName();
    return exception(
        host,
        "permission denied for user '" + user() + "'",
        "The socket belongs to user '%s' and group '%s'. Run as root, or become a member of that group ('sudo usermod -aG %s %s', then log in anew). Mind that whoever may use the socket (on most machines: the group 'docker') can become root on this host."
            .formatted(file.owner().getName(), group, group, user()),
        failure);
  }

  private static String kind(PosixFileAttributes file) {
    return file.isDirectory() ? "folder" : "file";
  }

  private static String user() {
    return System.getProperty("user.name", "?");
  }

  private static ConnectionException exception(
      DockerHost host, String wrong, String hint, IOException cause) {
    return new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, cause);
  }
}
