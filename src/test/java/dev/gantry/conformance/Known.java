package dev.gantry.conformance;

import java.util.List;

/**
 * Where an engine is known not to do what its definition says, and why: a row of {@code known.tsv}.
 *
 * @param engines the kinds of engines, as a regular expression
 * @param operation the operations, as a regular expression
 * @param problem the beginning of what is wrong, as a regular expression
 * @param verdict {@code lacks} when the call cannot succeed there, {@code lies} when it does, but
 *     not as it is defined
 */
record Known(String engines, String operation, String problem, String verdict, String reason) {

  static List<Known> all() {
    return Case.rows("known.tsv").stream()
        .map(row -> new Known(row[0], row[1], row[2], row[3], row[4]))
        .toList();
  }

  boolean covers(String engine, String id, String sentence) {
    return engine.matches(engines) && id.matches(operation) && sentence.matches(problem + ".*");
  }

  boolean isLack() {
    return verdict.equals("lacks");
  }
}
