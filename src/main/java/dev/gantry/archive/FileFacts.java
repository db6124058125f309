package dev.gantry.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the file system says of one path; of a link itself, not of what it leads to. */
record FileFacts(Map<String, Object> attributes) {
  private static final int TYPE = 0170000;
  private static final int PERMISSIONS = 07777;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int SOCKET = 0140000;
  private static final int PIPE = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;

  static FileFacts of(Path path) throws IOException {
    return new FileFacts(Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS));
  }

  int permissions() {
    return number("mode").intValue() & PERMISSIONS;
  }

  long uid() {
    return number("uid").longValue();
  }

  long gid() {
    return number("gid").longValue();
  }

  long size() {
    return number("size").longValue();
  }

  /** To the second, as Docker's own archives have it (moby v28.5.2, pkg/archive). */
  Instant modified() {
    FileTime time = (FileTime) attributes.get("lastModifiedTime");
    return time == null ? Instant.EPOCH : time.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  boolean isFolder() {
    return type() == FOLDER;
  }

  boolean isFile() {
    return type() == FILE;
  }

  boolean isLink() {
    return type() == LINK;
  }

  boolean isSocket() {
    return type() == SOCKET;
  }

  boolean isPipe() {
    return type() == PIPE;
  }

  boolean isCharacterDevice() {
    return type() == CHARACTER_DEVICE;
  }

  /** The same for all names of one file; null where it has but one. */
  @Nullable Object identity() {
    return isFile() && number("nlink").intValue() > 1 ? attributes.get("fileKey") : null;
  }

  /** The parts of a device's number (Linux, makedev(3)). */
  int deviceMajor() {
    long number = number("rdev").longValue();
    return (int) ((number >>> 8 & 0xfff) | (number >>> 32 & ~0xfffL));
  }

  int deviceMinor() {
    long number = number("rdev").longValue();
    return (int) ((number & 0xff) | (number >>> 12 & ~0xffL));
  }

  private int type() {
    return number("mode").intValue() & TYPE;
  }

  private Number number(String name) {
    return attributes.get(name) instanceof Number number ? number : 0;
  }
}
