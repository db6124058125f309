package dev.gantry.script;

/**
 * A script asked to end: {@code exit(n)}.
 *
 * <p>An {@link Error} on purpose, and the only one of ours: {@code catch (Exception e)} in a script
 * must not turn "stop here" into "go on". {@code finally} blocks run on the way out.
 */
public final class ScriptExit extends Error {
  private final int status;

  /**
   * @param status what the process ends with, 0 to 255
   */
  public ScriptExit(int status) {
    super("exit(" + status + ")", null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
