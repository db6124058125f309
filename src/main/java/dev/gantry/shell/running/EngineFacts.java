package dev.gantry.shell.running;

import dev.gantry.GantryException;
import dev.gantry.dsl.Docker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the status line says of the engine. It is asked in the background and by one request, when
 * an entry has run.
 */
final class EngineFacts {
  private static final String LOCAL = "unix://";
  private static final int LONGEST = 24;

  private final Supplier<@Nullable Object> engine;
  private final boolean asks;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile boolean used;
  private volatile @Nullable Docker known;
  private volatile String version = "";
  private volatile String counts = "";

  /**
   * Nothing is known yet.
   *
   * @param engine what is called {@code docker} now
   * @param asks whether requests of ours are welcome
   */
  EngineFacts(Supplier<@Nullable Object> engine, boolean asks) {
    this.engine = engine;
    this.asks = asks;
  }

  /** From now on an engine may be asked whose connection may have to be asked for first. */
  void used() {
    used = true;
  }

  /**
   * Asks in the background, unless that goes on.
   *
   * @param changed called when there is something new
   */
  void refresh(Runnable changed) {
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    Thread thread = new Thread(() -> ask(changed), "gantry-status");
    thread.setDaemon(true);
    thread.start();
  }

  private void ask(Runnable changed) {
    List<String> before = words();
    try {
      if (engine.get() instanceof Docker docker) {
        ask(docker);
      }
    } catch (GantryException e) {
      counts = "not reached";
    } catch (RuntimeException e) {
      counts = "";
    } finally {
      asking.set(false);
    }
    if (!words().equals(before)) {
      changed.run();
    }
  }

  private void ask(Docker docker) {
    if (docker != known) {
      version = "";
      counts = "";
      known = docker;
    }
    if (!asks || !(used || docker.getHost().startsWith(LOCAL))) {
      return;
    }
    if (version.isEmpty()) {
      version = "API " + docker.ping().get("ApiVersion");
    }
    Map<String, Object> info = docker.getInfo();
    counts = info.get("ContainersRunning") + "/" + info.get("Containers") + " running";
  }

  /** Name, version, how many containers run; what is not known is left out. */
  List<String> words() {
    Docker docker = known;
    List<String> words = new ArrayList<>();
    if (docker != null) {
      words.add(name(docker));
      words.add(version);
      words.add(counts);
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  private static String name(Docker docker) {
    String context = docker.getContext().name();
    String host = docker.getHost();
    String name = context.equals("default") ? host : context;
    return shortened(name.startsWith(LOCAL) ? name.substring(LOCAL.length()) : name);
  }

  /** The end of a long address tells more than its beginning; the rest of the line has to fit. */
  static String shortened(String name) {
    return name.length() <= LONGEST ? name : "…" + name.substring(name.length() - LONGEST + 1);
  }
}
