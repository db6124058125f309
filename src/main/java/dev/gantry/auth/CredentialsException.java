package dev.gantry.auth;

import dev.gantry.GantryException;

/**
 * Credentials could not be read, kept or forgotten: a credential helper that is missing or fails, a
 * configuration file that cannot be written. No message has a secret.
 */
public final class CredentialsException extends GantryException {

  public CredentialsException(String message) {
    super(message);
  }
}
