package dev.gantry.cli;

import dev.gantry.cli.reach.Destination;
import dev.gantry.cli.reach.EngineAddress;
import dev.gantry.cli.reach.Naming;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.reach.TlsFlags;
import dev.gantry.cli.reach.TlsFlags.PemFiles;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.EngineContext;
import dev.gantry.dsl.Engines;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The engines as one of them sees them.
 *
 * @param here the engine that is asked
 * @param reach what the command line says
 * @param address finds engines
 * @param open makes the object for what was asked for, or gives the one it made before
 * @param securing opens a port of this machine with certificates
 */
record ReachedEngines(
    Destination here,
    Reach reach,
    EngineAddress address,
    Opening open,
    UnaryOperator<List<String>> securing)
    implements Engines {

  /** Makes the object {@code docker} for an engine. */
  @FunctionalInterface
  interface Opening {
    Docker docker(Reach reach);
  }

  @Override
  public EngineContext context() {
    return here.toContext();
  }

  @Override
  public List<EngineContext> contexts() {
    return address.contexts(reach);
  }

  @Override
  public Docker on(String nameOrUrl, Map<String, Object> options) {
    boolean insecure = reach.insecure() || Boolean.TRUE.equals(options.get("insecure"));
    return open.docker(
        new Reach(
            naming(nameOrUrl, address),
            tls(options),
            text(options, "apiVersion"),
            reach.timeout(),
            insecure));
  }

  /** What has neither a colon nor a slash in it can only be the name of a context. */
  static Naming naming(String nameOrUrl, EngineAddress address) {
    boolean context = address.isContext(nameOrUrl) || !nameOrUrl.matches("(?s).*[:/].*");
    return Naming.ofScript(nameOrUrl, context);
  }

  @Override
  public String secureRemote(List<String> words) {
    return String.join("\n", securing.apply(words));
  }

  /** Who names files for TLS wants it. */
  private static TlsFlags tls(Map<String, Object> options) {
    PemFiles files =
        new PemFiles(text(options, "tlsCaCert"), text(options, "tlsCert"), text(options, "tlsKey"));
    Boolean tls = (Boolean) options.get("tls");
    Boolean verify = (Boolean) options.get("tlsVerify");
    boolean implied = tls == null && verify == null && !files.equals(PemFiles.UNSAID);
    return new TlsFlags(tls, files, implied ? Boolean.TRUE : verify);
  }

  private static @Nullable String text(Map<String, Object> options, String name) {
    Object value = options.get(name);
    return value == null ? null : value.toString();
  }
}
