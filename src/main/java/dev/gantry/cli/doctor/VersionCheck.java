package dev.gantry.cli.doctor;

import dev.gantry.GantryException;
import dev.gantry.cli.reach.Reach;
import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.EngineClient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which versions the engine has, and how much of its API and Gantry's are the same. */
final class VersionCheck implements Check {

  @Override
  public String name() {
    return "versions";
  }

  @Override
  public List<Finding> look(Patient patient) {
    Finding own = Finding.ok(name(), patient.client());
    EngineClient engine = patient.engine();
    if (engine == null) {
      return List.of(own);
    }
    try {
      Map<?, ?> version = engine.call("SystemVersion", Map.of()) instanceof Map<?, ?> m ? m : null;
      return version == null
          ? List.of(own, Finding.failed(name(), "GET /version answers with no JSON object", ""))
          : List.of(own, engine(version), api(engine.version(), version));
    } catch (GantryException e) {
      return List.of(own, Finding.failed(name(), String.valueOf(e.getMessage()), advice(patient)));
    }
  }

  private Finding engine(Map<?, ?> version) {
    return Finding.ok(
        name(),
        "engine %s%s, API %s, at least %s"
            .formatted(
                text(version.get("Version")),
                component(version.get("Components")),
                text(version.get("ApiVersion")),
                text(version.get("MinAPIVersion"))));
  }

  /** The engine's own name for itself: the first of its parts. */
  private static String component(@Nullable Object components) {
    return components instanceof List<?> list
            && !list.isEmpty()
            && list.get(0) instanceof Map<?, ?> first
        ? " (" + text(first.get("Name")) + ")"
        : "";
  }

  private static Finding api(ApiVersion spoken, Map<?, ?> version) {
    long all = Catalogue.shipped().operations().size();
    long known = Catalogue.shipped().operations().stream().filter(op -> op.isIn(spoken)).count();
    String detail =
        "API %s is spoken, which has %d of the %d operations that Gantry knows"
            .formatted(spoken, known, all);
    return isNewer(text(version.get("ApiVersion")))
        ? Finding.ok(
            "API", detail + "; the engine's is newer than Gantry's newest, " + ApiVersion.NEWEST)
        : Finding.ok("API", detail);
  }

  private static boolean isNewer(String theirs) {
    return theirs.matches("\\d{1,4}\\.\\d{1,4}")
        && ApiVersion.NEWEST.isBefore(ApiVersion.parse(theirs));
  }

  /** A version that somebody insists on is the likeliest reason why an engine refuses. */
  private static String advice(Patient patient) {
    Reach reach = patient.reach();
    if (reach.apiVersion() != null) {
      return "Leave out --api-version: Gantry agrees upon a version with the engine by itself.";
    }
    return patient.variable("DOCKER_API_VERSION").isEmpty()
        ? ""
        : "Unset DOCKER_API_VERSION: Gantry agrees upon a version with the engine by itself.";
  }

  private static String text(@Nullable Object value) {
    return value == null ? "?" : value.toString();
  }
}
