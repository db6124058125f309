package dev.gantry.cli.reach;

import org.jspecify.annotations.Nullable;

/**
 * How an engine is named.
 *
 * @param host the address; null leaves it to the context and the environment, empty means the
 *     default socket
 * @param context the name of the context; empty leaves it to the environment
 * @param why who named it
 */
public record Naming(@Nullable String host, String context, String why) {

  /** Nothing is named. */
  public static final Naming UNSAID = new Naming(null, "", "");

  /** What the options say; null where one is not given. */
  public static Naming ofCommandLine(@Nullable String host, @Nullable String context) {
    if (host == null && context == null) {
      return UNSAID;
    }
    String option = host == null ? "--context" : "--host";
    return new Naming(host, context == null ? "" : context, option + " on the command line");
  }

  /** What a script gave to {@code docker.on}. */
  public static Naming ofScript(String nameOrUrl, boolean context) {
    String why = "docker.on('" + nameOrUrl + "')";
    return context ? new Naming(null, nameOrUrl, why) : new Naming(nameOrUrl, "", why);
  }
}
