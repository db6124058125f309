package dev.gantry.cli.doctor;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import dev.gantry.cli.reach.Destination;
import dev.gantry.cli.reach.EngineAddress;
import dev.gantry.transport.DockerHost.Scheme;
import java.util.ArrayList;
import java.util.List;

/**
 * Which engine is meant, what says so, and what else could have. Only whether a variable is set is
 * told, not what it is: that may be wrong in any way.
 */
final class AddressCheck implements Check {
  private static final String SAFER = "Use a unix socket, TLS (--tlsverify) or ssh://user@host.";

  @Override
  public String name() {
    return "address";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Finding order = Finding.ok("search order", order(patient));
    try {
      Destination found = EngineAddress.in(patient.env()).resolve(patient.reach());
      patient.leadsTo(found);
      return List.of(order, found(found));
    } catch (UsageException e) {
      return List.of(
          order,
          Finding.failed(
              name(),
              String.valueOf(e.getMessage()),
              "Say which engine is meant with --host or --context, or correct what is named"
                  + " here."));
    }
  }

  private Finding found(Destination found) {
    boolean named = !found.context().equals(Destination.DEFAULT);
    String context = named ? " of the context '" + found.context() + "'" : "";
    String detail = found.host() + context + " (" + found.why() + ")";
    return isPlain(found)
        ? Finding.warning(
            name(), detail + "; plain TCP, without any key: " + whoGetsIn(found), SAFER)
        : Finding.ok(name(), detail);
  }

  private static boolean isPlain(Destination found) {
    Scheme scheme = found.host().scheme();
    return scheme == Scheme.HTTP || (scheme == Scheme.TCP && found.tls() == null);
  }

  private static String whoGetsIn(Destination found) {
    return found.host().isLoopback()
        ? "every user and every program of this machine may use it, and so become root"
        : "whoever reaches that port is root on its host, and all is readable on the way";
  }

  private static String order(Patient patient) {
    List<String> steps = new ArrayList<>();
    steps.add("--host " + given(patient.reach().naming().host() != null));
    steps.add("--context " + given(!patient.reach().naming().context().isEmpty()));
    steps.add("DOCKER_HOST " + set(patient.variable("DOCKER_HOST")));
    steps.add("DOCKER_CONTEXT " + set(patient.variable("DOCKER_CONTEXT")));
    steps.add("currentContext " + set(ConfigFile.in(patient.env()).text("currentContext")));
    steps.add("the default socket");
    steps.add("the socket of a rootless engine or Podman");
    return "the first of: " + String.join(", ", steps);
  }

  private static String given(boolean given) {
    return given ? "(given)" : "(not given)";
  }

  private static String set(String value) {
    return value.isEmpty() ? "(not set)" : "(set)";
  }
}
