package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import java.util.ArrayList;
import java.util.List;

/** Whether the system's ssh is there, gets to the host, and finds a docker command there. */
final class SshCheck implements Check {

  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Destination there = patient.destination();
    if (there == null || there.host().scheme() != Scheme.SSH) {
      return List.of();
    }
    if (!OnPath.has(patient.env(), "ssh")) {
      return List.of(
          Finding.failed(
              name(), "there is no ssh on the PATH", "Install OpenSSH's client, or use TLS."));
    }
    String version = ProgramRun.of(List.of("ssh", "-V")).text();
    return List.of(Finding.ok(name(), version), login(there.host()));
  }

  private Finding login(DockerHost host) {
    ProgramRun run = ProgramRun.of(command(host));
    String target = target(host);
    if (run.status() == 0) {
      return Finding.ok(name(), "logs in to " + target + ", where docker is " + run.text());
    }
    if (run.status() == 255) {
      return Finding.failed(
          name(),
          "does not log in to " + target + ": " + run.text(),
          "Try it with 'ssh %s true', until it asks for nothing: a known host key, and a key of"
                  .formatted(target)
              + " yours in the agent ('ssh-add').");
    }
    return run.status() < 0
        ? Finding.failed(
            name(),
            target + " has not answered in time",
            "Try it with 'ssh -v %s'; a firewall may swallow the packets.".formatted(target))
        : Finding.warning(
            name(),
            "logs in to " + target + ", where there is no docker command",
            "Install the Docker CLI there, unless the socket can be forwarded.");
  }

  /** Never asks, never adds a host key. */
  private static List<String> command(DockerHost host) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("ssh", "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=3"));
    if (host.port() > 0) {
      command.addAll(List.of("-p", String.valueOf(host.port())));
    }
    if (!host.user().isEmpty()) {
      command.addAll(List.of("-l", host.user()));
    }
    command.addAll(List.of("--", host.host(), "command -v docker"));
    return command;
  }

  private static String target(DockerHost host) {
    String login = host.user().isEmpty() ? "" : host.user() + "@";
    return (host.port() > 0 ? "-p " + host.port() + " " : "") + login + host.host();
  }
}
