package dev.gantry.dsl;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.Schemas;
import java.util.Map;
import java.util.Optional;

/** Tells of fields that the version at hand no longer has, and of what took their place. */
final class Gone {
  /** Moby v28.5.2, docs/api/version-history.md. */
  private static final Map<String, String> TOOK_ITS_PLACE =
      Map.of(
          "ContainerConfig", "Config",
          "VirtualSize", "Size",
          "IPAddress", "ip' or 'NetworkSettings.Networks");

  private Gone() {}

  /**
   * A sentence for who reads a field that is gone; empty when it is not.
   *
   * @param what whose field it is, as messages call it
   * @param schema the object that had it
   */
  static Optional<String> sentence(String what, String schema, String field, ApiVersion version) {
    return Schemas.goneSince(schema, field)
        .filter(gone -> !version.isBefore(gone))
        .map(
            gone ->
                "'%s' of %s is gone since API %s, and %s is spoken%s"
                    .formatted(field, what, gone, version, instead(field)));
  }

  /** What one network knows of a container was once told for the first of them. */
  private static String instead(String field) {
    boolean ofNetwork = Schemas.named("EndpointSettings").names().contains(field);
    String place = TOOK_ITS_PLACE.getOrDefault(field, ofNetwork ? "NetworkSettings.Networks" : "");
    return place.isEmpty() ? "" : "; read '" + place + "'";
  }
}
