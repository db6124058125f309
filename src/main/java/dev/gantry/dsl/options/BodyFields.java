package dev.gantry.dsl.options;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.BodyCheck;
import dev.gantry.engine.Catalogue;
import dev.gantry.json.JsonException;
import java.util.Map;

/**
 * What the option {@code body} adds to a request, held against the schema of the operation before
 * anything is sent. What the other options make is right by their tables, and not checked again.
 */
final class BodyFields {
  /** The target of such an option goes on with the operation's id. */
  static final String TARGET = "*body of ";

  private BodyFields() {}

  /**
   * Refuses a field that is unknown or not in the version that is spoken, and a value of a wrong
   * type.
   */
  static void check(Map<?, ?> given, Asked asked) {
    String operation = asked.option().target().substring(TARGET.length());
    ApiVersion version = ApiVersion.parse(asked.where().apiVersion());
    try {
      new BodyCheck(Catalogue.shipped().operation(operation), version)
          .complaint(given)
          .ifPresent(
              complaint -> {
                throw asked.bad(complaint);
              });
    } catch (JsonException e) {
      throw asked.bad(String.valueOf(e.getMessage()));
    }
  }
}
