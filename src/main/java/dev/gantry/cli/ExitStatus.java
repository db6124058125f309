package dev.gantry.cli;

/** What the process ends with, and why. A script's {@code exit(n)} may use any other number. */
enum ExitStatus {
  /** All went well. */
  OK(0),
  /** A script or the engine failed. */
  FAILED(1),
  /** The command line makes no sense, or its script cannot be read. */
  USAGE(2),
  /** No engine was reached. */
  NO_ENGINE(3),
  /** Ctrl-C: 128 and the number of SIGINT, as shells count. */
  INTERRUPTED(130),
  /** The reader of the output went away ({@code … | head -1}): 128 and the number of SIGPIPE. */
  BROKEN_PIPE(141);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
