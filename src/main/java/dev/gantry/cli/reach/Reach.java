package dev.gantry.cli.reach;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the command line, or a script, says about the engine to use.
 *
 * @param naming which one
 * @param tls the options about TLS
 * @param apiVersion the API version to speak; null leaves it to {@code DOCKER_API_VERSION} and the
 *     engine
 * @param timeout how long a call may take that is no stream; null leaves it to the kind of call
 * @param insecure whether plain TCP may leave this machine
 */
public record Reach(
    Naming naming,
    TlsFlags tls,
    @Nullable String apiVersion,
    @Nullable Duration timeout,
    boolean insecure) {

  /** Says nothing. */
  public static final Reach UNSAID = new Reach(Naming.UNSAID, TlsFlags.UNSAID, null, null, false);

  /** The same, for calls that may take that long. */
  public Reach within(Duration limit) {
    return new Reach(naming, tls, apiVersion, limit, insecure);
  }
}
