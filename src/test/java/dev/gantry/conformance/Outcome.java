package dev.gantry.conformance;

import dev.gantry.engine.Deviation;
import dev.gantry.engine.Operation;
import java.util.List;

/**
 * What came of a call.
 *
 * @param answer the value that was read; the engine's words for an error
 * @param deviations where the answer is not what its schema says
 */
record Outcome(
    Operation operation, Case wanted, int status, Object answer, List<Deviation> deviations) {

  /** What is not as the catalogue says, one sentence each. */
  List<String> problems() {
    if (!wanted.statuses().contains(status)) {
      return List.of("wants %s, got %d: %s".formatted(wanted.statuses(), status, answer));
    }
    if (!operation.responses().containsKey(status)) {
      return List.of("status " + status + " is not documented");
    }
    return deviations.stream().map(Outcome::sentence).distinct().toList();
  }

  /** The same for every item of a list and every key of a map of free names. */
  private static String sentence(Deviation it) {
    String path = it.path().replaceAll("\\[\\d+]", "[]");
    return switch (it.kind()) {
      case UNKNOWN -> "extra " + path;
      case VERSION -> "extra " + path + " " + it.what();
      case MISSING -> "missing " + path;
      case TYPE -> "type of " + path + " " + it.what();
    };
  }
}
