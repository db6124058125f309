package dev.gantry.cli.doctor;

import dev.gantry.GantryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does all checks, one after the other, each within its time. */
public final class Doctor {
  /** What a single question may take, so that its own error comes before the check is given up. */
  static final Duration QUESTION = Duration.ofSeconds(4);

  private static final Duration CHECK = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(14);

  private static final List<Check> CHECKS =
      List.of(
          new AddressCheck(),
          new ConfigCheck(),
          new SocketCheck(),
          new SshCheck(),
          new TlsCheck(),
          new EngineCheck(),
          new VersionCheck(),
          new ClockCheck(),
          new InfoCheck(),
          new DiskCheck(),
          new ProxyCheck(),
          new OthersCheck());

  private Doctor() {}

  /** Never throws, and never takes longer than 15 seconds: what cannot be seen is a finding. */
  public static Diagnosis examine(Patient patient) {
    return examine(patient, CHECKS, CHECK);
  }

  static Diagnosis examine(Patient patient, List<Check> checks, Duration each) {
    long end = System.nanoTime() + ALL.toNanos();
    List<Finding> findings = new ArrayList<>();
    for (Check check : checks) {
      long left = Math.max(0, end - System.nanoTime());
      findings.addAll(within(Math.min(left, each.toNanos()), check, patient));
    }
    return new Diagnosis(List.copyOf(findings), patient.engine() != null);
  }

  private static List<Finding> within(long nanos, Check check, Patient patient) {
    FutureTask<List<Finding>> look = new FutureTask<>(() -> check.look(patient));
    Thread thread = new Thread(look, "gantry-doctor");
    thread.setDaemon(true); // a name server that does not answer cannot be interrupted
    thread.start();
    try {
      return look.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      look.cancel(true);
      return List.of(Finding.failed(check.name(), "this could not be found out in time", ""));
    } catch (ExecutionException e) {
      return List.of(Finding.failed(check.name(), sentence(e), ""));
    } catch (InterruptedException e) {
      look.cancel(true);
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static String sentence(ExecutionException failure) {
    return failure.getCause() instanceof GantryException ours
        ? String.valueOf(ours.getMessage())
        : String.valueOf(failure.getCause());
  }
}
