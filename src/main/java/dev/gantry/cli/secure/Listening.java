package dev.gantry.cli.secure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the daemon listens: at its sockets as before, and at one TCP address for those who have a
 * certificate. Every other TCP address goes: those that had one without a key are why one does
 * this.
 *
 * @param address the TCP address, {@code tcp://host:port}
 */
record Listening(String address) {
  /** Where it listens when nothing is said. */
  private static final String SOCKET = "unix:///var/run/docker.sock";

  /**
   * All addresses.
   *
   * @param given those it has been told so far
   */
  List<String> hosts(List<String> given) {
    List<String> hosts = new ArrayList<>();
    for (String each : given) {
      if (!each.startsWith("tcp:") && each.contains("://") && !hosts.contains(each)) {
        hosts.add(each);
      }
    }
    if (hosts.isEmpty()) {
      hosts.add(SOCKET);
    }
    hosts.add(address);
    return hosts;
  }

  /** The same as arguments of {@code dockerd}. */
  List<String> arguments(List<String> given) {
    List<String> words = new ArrayList<>();
    for (String host : hosts(given)) {
      words.addAll(List.of("-H", host));
    }
    words.add("--tlsverify");
    files().forEach((name, file) -> words.add("--" + name + "=" + file));
    return words;
  }

  /** The same as keys of {@code daemon.json}. */
  Map<String, Object> keys(List<String> given) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("hosts", hosts(given));
    keys.put("tlsverify", true);
    keys.putAll(files());
    return keys;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("tlscacert", Certificates.CA);
    files.put("tlscert", Certificates.SERVER);
    files.put("tlskey", Certificates.SERVER_KEY);
    return files;
  }
}
