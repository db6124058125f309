package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.transport.DockerHost.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Proxies of this side, which Gantry does not use, and of the engine, which pulls through them. */
final class ProxyCheck implements Check {

  @Override
  public String name() {
    return "proxies";
  }

  @Override
  public List<Finding> look(Patient patient) {
    List<Finding> findings = new ArrayList<>();
    Destination there = patient.destination();
    List<String> own = own(patient);
    if (there != null && !own.isEmpty() && isOnNet(there.host().scheme())) {
      findings.add(ofThisSide(there, own));
    }
    List<String> theirs = new ArrayList<>();
    add(theirs, "HTTP_PROXY", patient.info().get("HttpProxy"));
    add(theirs, "HTTPS_PROXY", patient.info().get("HttpsProxy"));
    add(theirs, "NO_PROXY", patient.info().get("NoProxy"));
    if (!theirs.isEmpty()) {
      findings.add(Finding.ok(name(), "the engine pulls with " + String.join(", ", theirs)));
    }
    return findings;
  }

  private Finding ofThisSide(Destination there, List<String> proxies) {
    String detail =
        "Gantry goes to the engine directly, whatever the environment says: "
            + String.join(", ", proxies);
    return there.host().isLoopback()
        ? Finding.ok(name(), detail)
        : Finding.warning(
            name(), detail, "If there is no direct way, use ssh://user@host with a jump host.");
  }

  private static boolean isOnNet(Scheme scheme) {
    return scheme == Scheme.TCP || scheme == Scheme.HTTP || scheme == Scheme.HTTPS;
  }

  private static List<String> own(Patient patient) {
    List<String> all = new ArrayList<>();
    for (String name : List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
      add(all, name, patient.variable(name));
      add(all, name.toLowerCase(Locale.ROOT), patient.variable(name.toLowerCase(Locale.ROOT)));
    }
    return all;
  }

  /** Whatever stands before an at sign may be a password. */
  private static void add(List<String> all, String name, @Nullable Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      all.add(name + "=" + text.replaceAll("(?<=^|[/,=])[^/,]*@", "…@"));
    }
  }
}
