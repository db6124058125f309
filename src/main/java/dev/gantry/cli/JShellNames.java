package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.ScriptJson;
import dev.gantry.script.ScriptLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What JShell sees beside the classes, by a static import: the names of scripts, and what Java
 * lacks to use them well.
 *
 * <p>In a JShell that somebody else started, they follow the environment, and the options of {@code
 * gantry} in the system property {@code gantry.options} ({@code -R-Dgantry.options=…}).
 */
public final class JShellNames {
  private static final JShellCommand COMMAND = JShellCommand.current();

  /** The engine. */
  public static final Docker docker = COMMAND.objects().docker();

  /** Reads and writes JSON. */
  public static final ScriptJson json = new ScriptJson();

  /** Lines for the person who watches, on standard error. */
  public static final ScriptLog log = COMMAND.objects().log();

  /** The environment. */
  public static final Map<String, String> env = COMMAND.env();

  private JShellNames() {}

  /**
   * Options by name, in their order: {@code docker.run(opts("name", "web", "detach", true),
   * "busybox")}. Where {@link Map#of} takes ten, this takes any number, and null.
   *
   * @throws dev.gantry.UsageException a name has no value, or is no text
   */
  public static Map<String, ?> opts(@Nullable Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new UsageException("opts wants names and values in turn: one has no value");
    }
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!(namesAndValues[i] instanceof String name)) {
        throw new UsageException("opts wants texts as names, got " + namesAndValues[i]);
      }
      options.put(name, namesAndValues[i + 1]);
    }
    return options;
  }

  /** Prints a value as the shell prints results: a list of containers as a table. */
  public static void show(@Nullable Object value) {
    COMMAND.show(value);
  }
}
