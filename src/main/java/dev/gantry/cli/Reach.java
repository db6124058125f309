package dev.gantry.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about the engine to use.
 *
 * @param host the address; null leaves it to {@code DOCKER_HOST} and the default sockets
 * @param apiVersion the API version to speak; null leaves it to {@code DOCKER_API_VERSION} and the
 *     engine
 * @param timeout how long a call may take that is no stream; null leaves it to the kind of call
 * @param insecure whether plain TCP may leave this machine
 */
record Reach(
    @Nullable String host,
    @Nullable String apiVersion,
    @Nullable Duration timeout,
    boolean insecure) {

  /** Says nothing. */
  static final Reach UNSAID = new Reach(null, null, null, false);

  /** The same, for calls that may take that long. */
  Reach within(Duration limit) {
    return new Reach(host, apiVersion, limit, insecure);
  }
}
