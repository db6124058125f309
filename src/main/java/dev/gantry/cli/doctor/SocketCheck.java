package dev.gantry.cli.doctor;

import dev.gantry.cli.doctor.Finding.Status;
import dev.gantry.cli.reach.Destination;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The file of a unix socket: whose it is, who may use it, and what that means. */
final class SocketCheck implements Check {
  private static final String START =
      "Start the daemon, for example with 'sudo systemctl start docker'; or say where it listens"
          + " with --host or DOCKER_HOST.";

  @Override
  public String name() {
    return "socket";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Destination there = patient.destination();
    if (there == null
        || there.host().scheme() != Scheme.UNIX
        || there.host().path().startsWith("@")) { // an abstract one has no file
      return List.of();
    }
    Finding finding = of(Path.of(there.host().path()), patient.account());
    if (finding.status() == Status.FAILED) {
      patient.isExplained();
    }
    return List.of(finding);
  }

  private Finding of(Path path, Account account) {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      return file.isOther()
          ? of(path, file, account)
          : Finding.failed(
              name(),
              path + " is a " + (file.isDirectory() ? "folder" : "file") + " and not a socket",
              file.isDirectory()
                  ? "Docker makes a folder where a container mounts a socket that is not there:"
                      + " remove the folder and start the daemon anew."
                  : "Give the socket itself.");
    } catch (NoSuchFileException e) {
      return Finding.failed(name(), path + " is not there", START);
    } catch (AccessDeniedException e) {
      return Finding.failed(
          name(),
          "user '" + account.name() + "' may not enter the folder of " + path,
          "Run as the user whose daemon it is.");
    } catch (IOException e) {
      return Finding.failed(name(), path + " cannot be looked at: " + e.getMessage(), START);
    }
  }

  private Finding of(Path path, PosixFileAttributes file, Account account) throws IOException {
    SocketRights rights = SocketRights.of(path, file);
    String seen =
        "%s belongs to user '%s' and group '%s', with the rights %s"
            .formatted(
                path,
                file.owner().getName(),
                file.group().getName(),
                PosixFilePermissions.toString(file.permissions()));
    if (rights.isOpenToAll()) {
      return Finding.warning(
          name(),
          seen + ": every user of this machine may use it, and so become root",
          "chmod o= " + path);
    }
    return rights.allow(account)
        ? Finding.ok(name(), seen + "; " + why(rights, file, account))
        : denied(seen, file, account);
  }

  /** What lets the user in. */
  private static String why(SocketRights rights, PosixFileAttributes file, Account account) {
    if (account.isRoot()) {
      return "you are root";
    }
    return rights.isOwner(account)
        ? "you are its owner"
        : "you are in the group '%s', whose members can become root on this host"
            .formatted(file.group().getName());
  }

  private Finding denied(String seen, PosixFileAttributes file, Account account) {
    String group = file.group().getName();
    if (account.isListedIn(group)) {
      return Finding.failed(
          name(),
          seen + "; user '" + account.name() + "' was added to that group, but not to this session",
          "Log in anew, or run 'newgrp " + group + "'.");
    }
    return Finding.failed(
        name(),
        seen + "; user '" + account.name() + "' is neither that user nor in that group",
        group.equals("root")
            ? "Run as root. Or let the daemon give its socket to a group ('sudo groupadd docker',"
                + " and start it anew); mind that members of that can become root on this host."
            : "Run as root, or become a member ('sudo usermod -aG %s %s', then log in anew). Mind that members can become root on this host."
                .formatted(group, account.name()));
  }
}
