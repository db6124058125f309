package dev.gantry.transport;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What {@code ssh} is run with.
 *
 * @param env the environment: {@code PATH} says which ssh, and it may need {@code HOME} and {@code
 *     SSH_AUTH_SOCK}
 * @param notices hears, in lines for a person, of what is done and what ssh says
 */
public record SshSettings(Map<String, String> env, Consumer<String> notices) {

  /** The environment of this process; nobody listens. */
  static SshSettings ofThisProcess() {
    return new SshSettings(Map.copyOf(new ProcessBuilder().environment()), line -> {});
  }
}
