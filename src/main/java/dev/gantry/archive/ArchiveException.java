package dev.gantry.archive;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/**
 * An archive could not be written or read: a file that cannot be read or put in its place, an
 * archive that is damaged, breaks off, or wants to leave the folder it is extracted to.
 */
public final class ArchiveException extends GantryException {

  public ArchiveException(String message) {
    super(message);
  }

  public ArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
