package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other sockets of this machine at which engines usually listen. */
final class OthersCheck implements Check {

  @Override
  public String name() {
    return "other engines";
  }

  @Override
  public List<Finding> look(Patient patient) {
    List<Finding> findings = new ArrayList<>();
    List<Path> seen = new ArrayList<>();
    Destination there = patient.destination();
    if (there != null && there.host().toString().startsWith("unix:///")) {
      seen.add(real(Path.of(there.host().path())));
    }
    usual(patient)
        .forEach(
            (path, whose) -> {
              if (Files.exists(path) && !seen.contains(real(path))) {
                seen.add(real(path));
                findings.add(found(path, whose));
              }
            });
    return findings;
  }

  private Finding found(Path path, String whose) {
    String command = "Look at it with: gantry -H unix://" + path + " --doctor";
    return new Finding(name(), Finding.Status.OK, path + " is there (" + whose + ")", command);
  }

  private static Map<Path, String> usual(Patient patient) {
    Map<Path, String> all = new LinkedHashMap<>();
    all.put(Path.of("/var/run/docker.sock"), "Docker");
    String runtime = patient.variable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty()) {
      all.put(Path.of(runtime, "docker.sock"), "rootless Docker");
      all.put(Path.of(runtime, "podman", "podman.sock"), "rootless Podman");
    }
    all.put(Path.of("/run/podman/podman.sock"), "Podman");
    String home = patient.variable("HOME");
    if (!home.isEmpty()) {
      all.put(Path.of(home, ".docker", "desktop", "docker.sock"), "Docker Desktop");
      all.put(Path.of(home, ".docker", "run", "docker.sock"), "Docker Desktop");
      all.put(Path.of(home, ".colima", "default", "docker.sock"), "Colima");
      all.put(Path.of(home, ".orbstack", "run", "docker.sock"), "OrbStack");
      all.put(Path.of(home, ".rd", "docker.sock"), "Rancher Desktop");
    }
    return all;
  }

  /** {@code /var/run} is a link to {@code /run}. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
