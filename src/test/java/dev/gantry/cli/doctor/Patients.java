package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.cli.reach.Naming;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.reach.TlsFlags;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.TlsSettings;
import dev.gantry.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Patients to examine. */
final class Patients {
  private Patients() {}

  /** Somebody with an environment, who names no engine. */
  static Patient with(Map<String, String> env) {
    return new Patient("Gantry 1", env, Reach.UNSAID, reach -> client(Reach.UNSAID));
  }

  /** Somebody who names an engine, which nobody has looked for yet. */
  static Patient naming(String host) {
    Naming naming = Naming.ofCommandLine(host, null);
    Reach reach = new Reach(naming, TlsFlags.UNSAID, null, null, false);
    return new Patient("Gantry 1", Map.of(), reach, Patients::client);
  }

  /** Somebody whose engine is known. */
  static Patient at(String host, @Nullable TlsSettings tls) {
    Patient patient = naming(host);
    patient.leadsTo(
        new Destination(Destination.DEFAULT, DockerHost.parse(host), tls, "", "--host"));
    return patient;
  }

  private static EngineClient client(Reach reach) {
    DockerHost host = DockerHost.parse(String.valueOf(reach.naming().host()));
    HttpClient http = new HttpClient(Transport.to(host));
    Duration limit = Objects.requireNonNullElse(reach.timeout(), Duration.ZERO);
    return new EngineClient(
        request -> http.send(request.with(request.timeouts().withTotal(limit))),
        host.toString(),
        null);
  }
}
