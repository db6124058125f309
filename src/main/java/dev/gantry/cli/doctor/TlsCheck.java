package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.TlsGlimpse;
import dev.gantry.transport.TlsSettings;
import dev.gantry.transport.pem.Authorities;
import dev.gantry.transport.pem.Identity;
import dev.gantry.transport.pem.PemException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The certificates of TLS: whose they are, for which names, and for how long. */
final class TlsCheck implements Check {
  private static final long FEW_DAYS = 30;

  /** A file with more than so many authorities is that of a system, and not an engine's own. */
  private static final int MANY = 5;

  @Override
  public String name() {
    return "TLS";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Destination there = patient.destination();
    TlsSettings tls = there == null ? null : settings(there);
    if (there == null || tls == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (!tls.verify()) {
      findings.add(
          Finding.warning(
              name(),
              "all is encrypted, but nobody knows for whom: the engine need not prove who it is",
              "Use --tlsverify with the CA of the engine."));
    }
    if (tls.verify() || tls.ca() != null) {
      findings.addAll(authorities(tls.ca()));
    }
    findings.addAll(own(tls.certificate(), tls.key()));
    findings.addAll(server(there));
    return findings;
  }

  private List<Finding> authorities(@Nullable Path ca) {
    if (ca == null) {
      return List.of(Finding.ok(name(), "the authorities that this system trusts count"));
    }
    List<Finding> all = file("the CA", () -> Authorities.read(ca));
    return all.size() > MANY
        ? List.of(Finding.ok(name(), ca + " has " + all.size() + " authorities"))
        : all;
  }

  private List<Finding> own(@Nullable Path certificate, @Nullable Path key) {
    if (certificate == null || key == null) {
      return List.of(Finding.ok(name(), "no certificate of yours is shown to the engine"));
    }
    List<Finding> findings =
        new ArrayList<>(file("your certificate", () -> Identity.chain(certificate).subList(0, 1)));
    if (FileRights.areWide(key)) {
      findings.add(
          Finding.warning(
              name(),
              "others may read your private key " + key + " (" + FileRights.of(key) + ")",
              "chmod 600 " + key));
    }
    return findings;
  }

  private static @Nullable TlsSettings settings(Destination there) {
    Scheme scheme = there.host().scheme();
    return switch (scheme) {
      case TCP -> there.tls();
      case HTTPS -> there.tls() == null ? TlsSettings.SYSTEM : there.tls();
      default -> null;
    };
  }

  private List<Finding> file(String what, Supplier<List<X509Certificate>> read) {
    try {
      return read.get().stream().map(each -> of(what, each, Instant.now())).toList();
    } catch (PemException e) {
      return List.of(Finding.failed(name(), String.valueOf(e.getMessage()), e.hint()));
    }
  }

  /** Why it cannot be looked at, the check of the engine says better. */
  private List<Finding> server(Destination there) {
    try {
      TlsGlimpse seen = TlsGlimpse.of(there.host(), Doctor.QUESTION);
      Finding certificate = of("the engine's certificate", seen.certificate(), Instant.now());
      return List.of(
          certificate,
          Finding.ok(name(), seen.protocol() + "; the certificate is for: " + seen.names()));
    } catch (ConnectionException e) {
      return List.of();
    }
  }

  Finding of(String what, X509Certificate certificate, Instant now) {
    String whose = what + " (" + certificate.getSubjectX500Principal().getName() + ")";
    Instant start = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isBefore(start)) {
      return Finding.failed(
          name(),
          whose + " is not valid before " + date(start),
          "Look at the clocks of both machines.");
    }
    if (now.isAfter(end)) {
      return Finding.failed(
          name(), whose + " has expired: it was valid until " + date(end), "Renew it.");
    }
    long days = Duration.between(now, end).toDays();
    String detail = "%s is good until %s, for %d more days".formatted(whose, date(end), days);
    return days < FEW_DAYS
        ? Finding.warning(name(), detail, "Renew it soon.")
        : Finding.ok(name(), detail);
  }

  private static String date(Instant when) {
    return LocalDate.ofInstant(when, ZoneOffset.UTC).toString();
  }
}
