package dev.gantry.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Who may connect to a socket: whoever may write to its file (unix(7)).
 *
 * @param owner the number of its user
 * @param group the number of its group
 */
record SocketRights(int owner, int group, Set<PosixFilePermission> rights) {

  static SocketRights of(Path path, PosixFileAttributes file) throws IOException {
    return new SocketRights(
        (Integer) Files.getAttribute(path, "unix:uid"),
        (Integer) Files.getAttribute(path, "unix:gid"),
        file.permissions());
  }

  boolean isOpenToAll() {
    return rights.contains(PosixFilePermission.OTHERS_WRITE);
  }

  boolean isOwner(Account account) {
    return account.user() == owner;
  }

  /** As Linux decides (path_resolution(7)): the first that fits has the only say. */
  boolean allow(Account account) {
    if (account.isRoot()) {
      return true;
    }
    if (isOwner(account)) {
      return rights.contains(PosixFilePermission.OWNER_WRITE);
    }
    return account.groups().contains(group)
        ? rights.contains(PosixFilePermission.GROUP_WRITE)
        : isOpenToAll();
  }
}
