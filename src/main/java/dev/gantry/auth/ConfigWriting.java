package dev.gantry.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the configuration file anew: whoever reads it sees the old one or the new one, whole. A
 * new file is its owner's alone (0600); one that is there keeps its owner and its mode, and a link
 * to it stays a link (docker/cli v28.5.2, cli/config/configfile/file.go and file_unix.go).
 */
final class ConfigWriting {
  private static final int MAX_LINKS = 40;

  private final ConfigFile config;

  ConfigWriting(ConfigFile config) {
    this.config = config;
  }

  /**
   * Puts other logins into the file.
   *
   * @return the file as it is now
   * @throws CredentialsException it could not be written; it is as it was
   */
  ConfigFile replaceAuths(Map<String, @Nullable Object> auths) {
    ConfigFile changed = config.with("auths", auths);
    try {
      write(ConfigText.of(changed.values()).getBytes(StandardCharsets.UTF_8));
      return changed;
    } catch (IOException e) {
      throw new CredentialsException(
          "cannot write %s: %s".formatted(config.path(), ConfigFile.reason(e)));
    }
  }

  private void write(byte[] text) throws IOException {
    Path target = target(config.path().toAbsolutePath(), 0);
    Path folder = target.resolveSibling(".").normalize();
    Files.createDirectories(folder, owners("rwx------"));
    Path fresh =
        Files.createTempFile(folder, target.getFileName().toString(), "", owners("rw-------"));
    try {
      pour(text, fresh);
      if (Files.isRegularFile(target)) {
        copyOwnerAndMode(target, fresh);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    persist(folder);
  }

  /** What a link leads to, also where nothing is there yet. */
  private static Path target(Path path, int links) throws IOException {
    if (!Files.isSymbolicLink(path)) {
      return path;
    }
    if (links == MAX_LINKS) {
      throw new IOException("too many symbolic links");
    }
    return target(path.resolveSibling(Files.readSymbolicLink(path)), links + 1);
  }

  private static FileAttribute<Set<PosixFilePermission>> owners(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  private static void pour(byte[] text, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Root may keep a file of somebody else's that way; who cannot, makes it their own. */
  private static void copyOwnerAndMode(Path from, Path to) throws IOException {
    PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
    Files.setPosixFilePermissions(to, wanted.permissions());
    PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      view.setGroup(wanted.group());
      view.setOwner(wanted.owner());
    } catch (IOException e) {
      // It is somebody else's and we are not root.
    }
  }

  /** The name of the new file has to outlive a power cut, too. */
  private static void persist(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not every file system can; the file itself is on the disk.
    }
  }
}
