package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import dev.gantry.cli.secure.Change.Kind;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What starts the daemon of a host, and where it is told how. */
final class InitSystem {
  private static final String DAEMON_JSON = "/etc/docker/daemon.json";
  private static final Pattern DAEMON = Pattern.compile("[-@:+!]*(?:.*/)?docker(?:d.*)?");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?");

  /**
   * A file of variables by which scripts start the daemon.
   *
   * @param marks one of these says that it is this one
   * @param restart the command for it
   */
  private record Scripts(String file, String variable, List<String> marks, String restart) {}

  private static final List<Scripts> SCRIPTS =
      List.of(
          new Scripts(
              "/etc/default/docker",
              "DOCKER_OPTS",
              List.of("/etc/init/docker.conf", "/etc/default/docker"),
              "service docker restart"),
          new Scripts(
              "/etc/conf.d/docker",
              "DOCKER_OPTS",
              List.of("/etc/conf.d/docker"),
              "rc-service docker restart"),
          new Scripts(
              "/etc/sysconfig/docker",
              "OPTIONS",
              List.of("/etc/sysconfig/docker"),
              "service docker restart"),
          new Scripts(
              "/etc/default/docker",
              "DOCKER_OPTS",
              List.of("/etc/init.d/docker"),
              "service docker restart"));

  private final Root root;
  private final Listening listening;
  private final List<Change> changes = new ArrayList<>();
  private final String name;

  private InitSystem(Root root, Listening listening, SystemdUnit unit) {
    this.root = root;
    this.listening = listening;
    this.name = "systemd, " + unit.file();
    bySystemd(unit);
  }

  private InitSystem(Root root, Listening listening, Scripts scripts) {
    this.root = root;
    this.listening = listening;
    this.name = "scripts, " + scripts.file();
    byScripts(scripts);
  }

  /**
   * @throws UsageException nothing there starts a daemon
   */
  static InitSystem find(Root root, Listening listening) {
    SystemdUnit unit = SystemdUnit.find(root);
    if (unit != null) {
      return new InitSystem(root, listening, unit);
    }
    Scripts scripts = scripts(root);
    if (scripts != null) {
      return new InitSystem(root, listening, scripts);
    }
    throw new UsageException(
        "nothing under %s starts a Docker daemon: there is neither a docker.service of systemd nor /etc/init.d/docker, /etc/default/docker, /etc/conf.d/docker or /etc/sysconfig/docker. Install Docker first, or name another --root"
            .formatted(root.folder()));
  }

  /** What it is, for people. */
  String name() {
    return name;
  }

  /** The command that restarts the daemon. */
  static String restart(Root root) {
    Scripts scripts = scripts(root);
    return SystemdUnit.file(root) != null || scripts == null
        ? "systemctl daemon-reload && systemctl restart docker"
        : scripts.restart();
  }

  private static @Nullable Scripts scripts(Root root) {
    return SCRIPTS.stream()
        .filter(
            each -> each.marks().stream().anyMatch(mark -> Files.isRegularFile(root.path(mark))))
        .findFirst()
        .orElse(null);
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  private void bySystemd(SystemdUnit unit) {
    DaemonWords words = DaemonWords.of(unit.execStart());
    List<String> hosts = new ArrayList<>(words.hosts());
    for (String name : variables(unit.execStart())) {
      hosts.addAll(takenFrom(unit.variableFiles(), name));
    }
    if (words.rest().stream().noneMatch(word -> DAEMON.matcher(word).matches())) {
      throw new UsageException(
          "%s does not start dockerd itself, but: %s".formatted(unit.file(), unit.execStart()));
    }
    DaemonConfig config = config(words);
    if (config.decides()) {
      told(config, hosts);
    }
    String command = words.with(config.decides() ? List.of() : listening.arguments(hosts));
    if (!config.decides() || !silenced(unit.execStart()).equals(unit.execStart())) {
      add(
          SystemdUnit.DROP_INS + "/" + SystemdUnit.OURS,
          "# Made by gantry --secure-remote; taken back by --undo.\n"
              + "[Service]\n"
              + "ExecStart=\n"
              + "ExecStart="
              + command
              + "\n");
    }
  }

  private static List<String> variables(String line) {
    return VARIABLE.matcher(line).results().map(found -> found.group(1)).toList();
  }

  /** Takes the addresses and TLS out of a variable, and gives the addresses. */
  private List<String> takenFrom(List<String> files, String variable) {
    List<String> hosts = new ArrayList<>();
    for (String written : files) {
      String path = written.replaceFirst("^-", "");
      String text = path.startsWith("/") ? Root.read(root.path(path)) : null;
      if (text != null) {
        VariableFile file = new VariableFile(text);
        hosts.addAll(hosts(file.values(variable)));
        add(path, file.with(variable, InitSystem::silenced).text());
      }
    }
    return hosts;
  }

  /** A value that says nothing about addresses and TLS stays as it was written. */
  private static String silenced(String value) {
    String rest = DaemonWords.of(value).with(List.of());
    return rest.equals(String.join(" ", value.strip().split("\\s+"))) ? value : rest;
  }

  private void byScripts(Scripts scripts) {
    String name = scripts.variable();
    String text = Root.read(root.path(scripts.file()));
    VariableFile file = new VariableFile(text == null ? "" : text);
    List<String> values = file.values(name);
    List<String> hosts = hosts(values);
    DaemonConfig config = config(DaemonWords.of(String.join(" ", values)));
    VariableFile silent = file.with(name, InitSystem::silenced);
    if (config.decides()) {
      told(config, hosts);
      add(scripts.file(), silent.text());
    } else {
      add(scripts.file(), silent.and(name, String.join(" ", listening.arguments(hosts))).text());
    }
  }

  private static List<String> hosts(List<String> lines) {
    return lines.stream().flatMap(line -> DaemonWords.of(line).hosts().stream()).toList();
  }

  private DaemonConfig config(DaemonWords words) {
    String other = words.value("--config-file");
    return DaemonConfig.read(root.path(other.isEmpty() ? DAEMON_JSON : other));
  }

  private void told(DaemonConfig config, List<String> hosts) {
    List<String> all = new ArrayList<>(config.hosts());
    all.addAll(hosts);
    changes.add(
        new Change(
            config.file(), config.text(), config.with(listening.keys(all)), Kind.CONFIGURATION));
  }

  private void add(String file, String text) {
    Change change = Change.of(root.path(file), text, Kind.CONFIGURATION);
    if (change.before() != null || !text.isEmpty()) {
      changes.add(change);
    }
  }
}
