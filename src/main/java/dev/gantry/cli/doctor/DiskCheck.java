package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.dsl.Humane;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much room images and containers have left, where the engine's disk is this machine's. */
final class DiskCheck implements Check {
  private static final long LEAST = 2_000_000_000;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Destination there = patient.destination();
    boolean here = there != null && there.host().scheme() == Scheme.UNIX && isThisMachine(patient);
    return here && patient.info().get("DockerRootDir") instanceof String root
        ? of(Path.of(root))
        : List.of();
  }

  /** The engine behind a socket may still be one in a virtual machine, or be forwarded. */
  private static boolean isThisMachine(Patient patient) {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      return name.equals(patient.info().get("Name"));
    } catch (IOException e) {
      return false;
    }
  }

  private List<Finding> of(Path root) {
    try {
      FileStore store = Files.getFileStore(root);
      return List.of(of(root, store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException e) {
      return List.of(); // it is not to be seen from here
    }
  }

  Finding of(Path root, long free, long total) {
    String detail = "%s free of %s in %s".formatted(Humane.size(free), Humane.size(total), root);
    return free < LEAST || free < total / 20
        ? Finding.warning(
            name(),
            detail,
            "See what takes the room with 'docker.df', and free it with 'docker.system.prune()'.")
        : Finding.ok(name(), detail);
  }
}
