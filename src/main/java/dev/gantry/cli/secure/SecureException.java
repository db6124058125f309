package dev.gantry.cli.secure;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/** A file could not be read or written, or no certificate was made. */
final class SecureException extends GantryException {
  SecureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
