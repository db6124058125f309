package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import dev.gantry.cli.reach.ContextFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code gantry --secure-remote}: shows what it takes to reach an engine by the network safely, and
 * does it when told to. It never restarts the daemon.
 */
public final class SecureRemote {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Map<String, String> env;
  private final PrintStream out;

  public SecureRemote(Map<String, String> env, PrintStream out) {
    this.env = env;
    this.out = out;
  }

  /**
   * Does it.
   *
   * @param args what follows {@code --secure-remote}
   * @return whether all was done: not so when {@code --undo} kept something
   * @throws UsageException the arguments or what is on the host make it impossible
   */
  public boolean run(List<String> args) {
    SecureOptions options = SecureOptions.parse(args);
    if (options.has("--help")) {
      out.print(help());
      return true;
    }
    Root root = Root.of(options.root());
    boolean apply = options.has("--apply");
    if (apply && root.isMachine() && !isRoot()) {
      throw new UsageException(
          "only root may change how this machine's daemon starts: do it with sudo, or leave out"
              + " --apply to see what it would do");
    }
    return options.has("--undo") ? undo(root, apply) : secure(options, root);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private boolean secure(SecureOptions options, Root root) {
    HostNames names = options.hostNames();
    Listening listening = options.listening(names);
    InitSystem init = InitSystem.find(root, listening);
    ContextWriter context = context(options, root, names);
    List<Change> certificates = new Certificates(root, names, options.has("--renew")).changes();
    List<Change> all = new ArrayList<>(certificates);
    all.addAll(context.changes(root, certificates));
    all.addAll(init.changes());
    List<Change> needed = all.stream().filter(Change::isNeeded).toList();
    if (needed.isEmpty()) {
      out.println("Nothing to do: all is as it shall be.");
      return true;
    }
    out.printf("Host: %s, %s%n%n", root.folder(), init.name());
    needed.forEach(change -> out.print(change.shown()));
    out.println();
    if (options.has("--apply")) {
      new Application(root, LocalDateTime.now(ZoneOffset.UTC).format(TIME)).make(needed);
      done(root, context);
    } else {
      out.println("Nothing is changed yet: --apply does it.");
    }
    return true;
  }

  private ContextWriter context(SecureOptions options, Root root, HostNames names) {
    String name = options.contextName(names);
    Path config = ConfigFile.in(env).folder().toAbsolutePath();
    return new ContextWriter(
        name,
        "tcp://" + names.inAddress() + ":" + options.port(),
        ContextFolders.of(root.path(config.toString()), name));
  }

  private void done(Root root, ContextWriter context) {
    out.printf(
        """
        Done. What is left to do:
          %s
          gantry -c %s -e docker.version
        From another machine: bring it the folder %s, and there
          docker context create %s --docker host=%s,ca=ca.pem,cert=cert.pem,key=key.pem
        Whoever has key.pem is root on this host, and so is whoever has ca-key.pem.
        """,
        InitSystem.restart(root),
        context.name(),
        Certificates.CLIENT,
        context.name(),
        context.host());
  }

  private boolean undo(Root root, boolean apply) {
    Undo undo = new Undo(root);
    if (!undo.isNeeded()) {
      out.println("Nothing to do: nothing was made, or all was taken back.");
      return true;
    }
    undo.plan().forEach(out::println);
    if (!apply) {
      out.println("Nothing is changed yet: --undo --apply does it.");
      return true;
    }
    undo.perform();
    out.printf(
        "Done%s. What is left to do:%n  %s%n",
        undo.keeps() ? ", but for what is kept" : "", InitSystem.restart(root));
    return !undo.keeps();
  }

  private static String help() {
    try (InputStream in = SecureRemote.class.getResourceAsStream("secure-remote.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SecureException("cannot read the help", e);
    }
  }
}
