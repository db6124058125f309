package dev.gantry.cli.doctor;

import dev.gantry.cli.doctor.Finding.Status;
import java.util.List;

/**
 * All findings, in the order in which they are to be read.
 *
 * @param reached whether an engine answered
 */
public record Diagnosis(List<Finding> findings, boolean reached) {

  /** Whether nothing failed; there may be warnings. */
  public boolean isWell() {
    return count(Status.FAILED) == 0;
  }

  long count(Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }
}
