package dev.gantry.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The connections of ssh to one host. Each carries a few sessions; there are as many as it takes.
 */
final class SshLines {
  /** OpenSSH's sshd takes ten (sshd_config(5), MaxSessions); whoever logs in by hand needs some. */
  static final int SESSIONS = 8;

  private final SshPlace place;
  private final List<Slot> slots = new ArrayList<>();
  private int opened;

  /** One connection and how many use it. */
  private static final class Slot {
    private final Once<SshLine> line = new Once<>();
    private int users;
  }

  /** The right to one session in a connection. */
  record Seat(Optional<SshLine> line, Runnable leave) {
    /** Where each session has a connection of its own, or one that is none of ours. */
    static final Seat APART = new Seat(Optional.empty(), () -> {});

    /** What to tell ssh so that it goes there. */
    List<String> way() {
      return line.map(it -> SshCommand.through(it.control())).orElse(List.of());
    }
  }

  SshLines(SshPlace place) {
    this.place = place;
  }

  /**
   * A free session; opens another connection when all are taken.
   *
   * @throws ConnectionException the login failed
   */
  Seat take(Duration timeout) throws InterruptedException {
    if (!place.shares()) {
      return Seat.APART;
    }
    Slot slot = choose();
    try {
      SshLine line = slot.line.get(() -> SshLine.open(place, nextControl(), timeout));
      return new Seat(Optional.of(line), () -> leave(slot));
    } catch (RuntimeException | InterruptedException e) {
      leave(slot);
      throw e;
    }
  }

  private synchronized Slot choose() {
    slots.removeIf(slot -> slot.line.done().map(line -> !line.isUp()).orElse(false));
    Slot slot = slots.stream().filter(one -> one.users < SESSIONS).findFirst().orElse(null);
    if (slot == null) {
      slot = new Slot();
      slots.add(slot);
    }
    slot.users++;
    return slot;
  }

  private synchronized Path nextControl() {
    return place.keeper().folder().resolve(String.valueOf(++opened));
  }

  /** The first connection stays for the next call; what came on top of it does not. */
  private synchronized void leave(Slot slot) {
    slot.users--;
    if (slot.users == 0 && slots.indexOf(slot) > 0) {
      slots.remove(slot);
      slot.line.done().ifPresent(SshLine::close);
    }
  }
}
