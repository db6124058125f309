package dev.gantry.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the configuration of ssh says for a host.
 *
 * @param values by keyword in small letters, as {@code ssh -G} prints them (OpenSSH 6.8 and newer);
 *     empty when this ssh cannot tell
 */
record SshConfiguration(Map<String, String> values) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static SshConfiguration of(SshCommand command, SshKeeper keeper) {
    try (SshProcess process = keeper.start(command.configuration())) {
      process.in().close();
      String out =
          new String(process.out().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return process.exit(PATIENCE).orElse(1) == 0
          ? new SshConfiguration(
              out.lines()
                  .map(line -> line.split(" ", 2))
                  .filter(pair -> pair.length == 2)
                  .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a)))
          : new SshConfiguration(Map.of());
    } catch (java.io.IOException e) {
      return new SshConfiguration(Map.of());
    }
  }

  /** Whether many sessions can go through a connection of ours. Those of the person are theirs. */
  boolean leavesSharingToUs() {
    return !values.isEmpty() && values.getOrDefault("controlpath", "none").equals("none");
  }

  /** Notices within two minutes that the other side is gone, unless told otherwise. */
  List<String> keepAlive() {
    return values.getOrDefault("serveraliveinterval", "0").equals("0")
        ? List.of("-o", "ServerAliveInterval=30")
        : List.of();
  }
}
