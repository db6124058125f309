package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether the system's ssh is there, gets to the host, and finds a docker command there. */
final class SshCheck implements Check {
  /** What ssh ends with when it did not get as far as running a command (ssh(1)). */
  private static final int NO_LOGIN = 255;

  /** All others are refused by the check of the engine. */
  private static final Pattern SAFE = Pattern.compile("(?!-)[\\w.:%@+-]*");

  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Destination there = patient.destination();
    if (there == null || there.host().scheme() != Scheme.SSH || !isSafe(there.host())) {
      return List.of();
    }
    return OnPath.find(patient.env(), "ssh")
        .map(ssh -> look(patient, ssh.toString(), there.host()))
        .orElseGet(
            () ->
                List.of(
                    failed(
                        patient,
                        "there is no ssh on the PATH",
                        "Install OpenSSH's client, or use TLS.")));
  }

  private List<Finding> look(Patient patient, String ssh, DockerHost host) {
    Finding version = Finding.ok(name(), ProgramRun.of(patient.env(), List.of(ssh, "-V")).text());
    ProgramRun run = ProgramRun.of(patient.env(), login(ssh, host));
    return List.of(version, finding(patient, host, run));
  }

  private Finding finding(Patient patient, DockerHost host, ProgramRun run) {
    String byHand = byHand(host);
    if (run.status() == NO_LOGIN) {
      return failed(
          patient,
          host + " does not let you in: " + run.text(),
          "Try it with '%s true', until it works and asks for nothing: the host's key has to be known, and yours in the agent ('ssh-add')."
              .formatted(byHand));
    }
    if (run.status() < 0) {
      return failed(
          patient,
          host + " has not answered in time",
          "Try it with '%s -v true'; a firewall may swallow the packets.".formatted(byHand));
    }
    return run.status() == 0
        ? Finding.ok(name(), host + " lets you in; docker is " + run.text() + " there")
        : Finding.ok(
            name(), host + " lets you in; there is no docker command, ssh forwards the socket");
  }

  private Finding failed(Patient patient, String detail, String todo) {
    patient.isExplained();
    return Finding.failed(name(), detail, todo);
  }

  /** Never asks, never adds a host key, never becomes what other sessions go through. */
  private static List<String> login(String ssh, DockerHost host) {
    List<String> command = new ArrayList<>(List.of(ssh, "-T"));
    for (String option : List.of("BatchMode=yes", "ConnectTimeout=3", "ControlMaster=no")) {
      command.addAll(List.of("-o", option));
    }
    if (host.port() > 0) {
      command.addAll(List.of("-p", String.valueOf(host.port())));
    }
    if (!host.user().isEmpty()) {
      command.addAll(List.of("-l", host.user()));
    }
    command.addAll(List.of("--", host.host(), "command -v docker"));
    return command;
  }

  private static boolean isSafe(DockerHost host) {
    return SAFE.matcher(host.host()).matches() && SAFE.matcher(host.user()).matches();
  }

  /** What a person types. */
  private static String byHand(DockerHost host) {
    String port = host.port() > 0 ? "-p " + host.port() + " " : "";
    String login = host.user().isEmpty() ? "" : host.user() + "@";
    return "ssh " + port + login + host.host();
  }
}
