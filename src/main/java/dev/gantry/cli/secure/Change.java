package dev.gantry.cli.secure;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one file.
 *
 * @param file where it is on this machine
 * @param before its text; null when there is none
 * @param after its text from then on
 * @param kind what it is
 */
record Change(Path file, @Nullable String before, String after, Kind kind) {
  enum Kind {
    /** Decides how the daemon starts. */
    CONFIGURATION("rw-r--r--"),
    CERTIFICATE("rw-r--r--"),
    /** A private key: never shown. */
    KEY("rw-------"),
    /** What the Docker CLI knows of the engine. */
    CONTEXT("rw-r--r--"),
    /** What belongs to it for TLS: it is all for the owner's eyes, as the Docker CLI has it. */
    CONTEXT_TLS("rw-------");

    private final String permissions;

    Kind(String permissions) {
      this.permissions = permissions;
    }

    String permissions() {
      return permissions;
    }
  }

  /** How a file becomes what it shall be. */
  static Change of(Path file, String after, Kind kind) {
    return new Change(file, Root.read(file), after, kind);
  }

  boolean isNeeded() {
    return !after.equals(before);
  }

  /** What to show of it before it is made. */
  String shown() {
    return switch (kind) {
      case CONFIGURATION, CONTEXT -> UnifiedDiff.of(file.toString(), before, after);
      case CERTIFICATE -> verb() + Pem.describe(after) + "\n";
      case KEY -> verb() + "a private key\n";
      case CONTEXT_TLS -> verb() + "a copy for the context\n";
    };
  }

  private String verb() {
    return (before == null ? "new " : "anew ") + file + ": ";
  }
}
