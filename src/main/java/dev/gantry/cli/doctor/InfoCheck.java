package dev.gantry.cli.doctor;

import dev.gantry.engine.EngineClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the engine says of itself, and what it warns of. */
final class InfoCheck implements Check {

  /** What to do about the warnings of engines (moby v28.5.2, daemon/info.go and info_unix.go). */
  private static final Map<Pattern, String> ADVICE = new LinkedHashMap<>();

  static {
    advise(
        "API is accessible on",
        "Whoever reaches that port is root on the engine's host: take it out of the daemon's"
            + " 'hosts', or ask for client certificates ('tlsverify').");
    advise(
        "swap limit",
        "Limits of memory do not hold for swap: add 'swapaccount=1' to the kernel's command line,"
            + " where it is a matter of that.");
    advise(
        "bridge-nf-call",
        "Load the kernel's module br_netfilter and set 'sysctl net.bridge.%s=1'.");
    advise("IPv4 forwarding", "Set 'sysctl net.ipv4.ip_forward=1': containers reach nothing else.");
    advise("DEPRECATED", "Move on before the engine's next version drops it.");
    advise("loopback", "Use the storage driver overlay2.");
  }

  @Override
  public String name() {
    return "host";
  }

  @Override
  public List<Finding> look(Patient patient) {
    EngineClient engine = patient.engine();
    if (engine == null || !(engine.call("SystemInfo", Map.of()) instanceof Map<?, ?> info)) {
      return List.of();
    }
    patient.says(info);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok(name(), host(info)));
    if (info.get("Warnings") instanceof List<?> warnings) {
      warnings.forEach(warning -> findings.add(warning(String.valueOf(warning))));
    }
    return findings;
  }

  private static String host(Map<?, ?> info) {
    String rootless =
        String.valueOf(info.get("SecurityOptions")).contains("rootless") ? ", rootless" : "";
    return "%s, %s, kernel %s, storage %s%s; containers: %s (%s running), images: %s"
        .formatted(
            info.get("Name"),
            info.get("OperatingSystem"),
            info.get("KernelVersion"),
            info.get("Driver"),
            rootless,
            info.get("Containers"),
            info.get("ContainersRunning"),
            info.get("Images"));
  }

  private static Finding warning(String text) {
    String plain = text.strip().replaceFirst("^WARNING: ", "").replaceAll("\\s+", " ");
    String todo =
        ADVICE.entrySet().stream()
            .filter(advice -> advice.getKey().matcher(plain).find())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    return Finding.warning("engine warns", plain, todo.replace("%s", plain.split(" ", 2)[0]));
  }

  private static void advise(String words, String todo) {
    ADVICE.put(Pattern.compile(Pattern.quote(words)), todo);
  }
}
