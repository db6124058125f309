package dev.gantry.engine;

import dev.gantry.UsageException;
import dev.gantry.engine.Deviation.Kind;
import dev.gantry.json.Json;
import java.util.Optional;

/**
 * The JSON body of a call, held against its schema before anything is sent. What is missing is left
 * to the daemon: it has defaults where the definition says that a field is required.
 */
public record BodyCheck(Operation operation, ApiVersion version) {

  /**
   * Refuses a field that is unknown or not in the version that is spoken, and a value of a wrong
   * type.
   *
   * @param body plain values; whatever is sent as it is has no fields
   */
  void refuse(Object body) {
    complaint(body)
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
  }

  /**
   * What is wrong with a body, as a sentence with the path of the field; empty when nothing is.
   *
   * @param body plain values
   */
  public Optional<String> complaint(Object body) {
    return Schemas.compare(operation.body(), Json.plain(body), version).stream()
        .filter(it -> it.kind() != Kind.MISSING)
        .findFirst()
        .map(this::sentence);
  }

  private String sentence(Deviation it) {
    String path = it.path().isEmpty() ? "body" : "body." + it.path();
    if (it.kind() != Kind.UNKNOWN) {
      return path + " " + it.what();
    }
    int dot = path.lastIndexOf('.');
    String holder = path.substring(0, dot);
    return "unknown field '%s' in %s of %s%s"
        .formatted(
            path.substring(dot + 1),
            holder.equals("body") ? "the body" : holder,
            operation.id(),
            it.what());
  }
}
