package dev.gantry.cli.reach;

import dev.gantry.dsl.EngineContext;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * An engine that was decided upon.
 *
 * @param context the name of its context; {@code default} for an address that no context gives
 * @param host where it listens
 * @param tls how it is reached by TLS; null for no TLS, or for that of {@code https://}
 * @param description what the context says of itself; may be empty
 * @param why what decided, such as {@code DOCKER_HOST from the environment}
 */
public record Destination(
    String context, DockerHost host, @Nullable TlsSettings tls, String description, String why) {

  /** The name that stands for what the command line and the environment say. */
  public static final String DEFAULT = "default";

  /** The same for a script to look at. */
  public EngineContext toContext() {
    return new EngineContext(context, host.toString(), description, why, "");
  }

  /** Whether whoever is on the way can read all, and whoever gets there needs no key. */
  public boolean isOpen() {
    boolean plain = host.scheme() == Scheme.HTTP || (host.scheme() == Scheme.TCP && tls == null);
    return plain && !host.isLoopback();
  }
}
