package dev.gantry.conformance;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the calls of an operation on one engine add up to.
 *
 * @param text {@code ok}, {@code error-as-documented}, {@code not in this version}, {@code engine
 *     lacks it: …} or {@code failed: …}
 * @param remarks what is not as defined, each with the reason that is known
 */
record Verdict(String text, List<String> remarks) {
  static final String OK = "ok";
  static final String FAILED = "failed: ";

  static Verdict absent(Operation operation, ApiVersion version) {
    boolean gone = operation.until() != null && !version.isBefore(operation.until());
    return new Verdict(
        "not in this version", gone ? List.of("until " + operation.until()) : List.of());
  }

  static Verdict of(String engine, Operation operation, List<Outcome> outcomes) {
    List<String> remarks = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      for (String problem : outcome.problems()) {
        Optional<Known> known =
            Known.all().stream()
                .filter(it -> it.covers(engine, operation.id(), problem))
                .findFirst();
        if (known.isEmpty()) {
          unknown.add(problem);
        } else if (known.get().isLack()) {
          return new Verdict("engine lacks it: " + known.get().reason(), List.of());
        } else {
          remarks.add(problem + " (" + known.get().reason() + ")");
        }
      }
    }
    if (!unknown.isEmpty()) {
      return new Verdict(FAILED + String.join("; ", unknown), remarks);
    }
    return new Verdict(success(outcomes.stream()) ? OK : "error-as-documented", remarks);
  }

  private static boolean success(Stream<Outcome> outcomes) {
    return outcomes.anyMatch(it -> it.wanted().isSuccess() && it.status() < 400);
  }

  boolean isOk() {
    return text.equals(OK);
  }

  boolean isFailure() {
    return text.startsWith(FAILED);
  }
}
