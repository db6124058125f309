package dev.gantry.cli.doctor;

import java.util.List;

/** Looks at one thing. */
interface Check {

  /** What it looks at, in a word or two. */
  String name();

  /**
   * Looks.
   *
   * @param patient what is known so far, to which it may add
   * @return empty when there is nothing to look at, such as TLS where there is none
   */
  List<Finding> look(Patient patient);
}
