package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One option in one call: who reads its value asks here for the surroundings and for refusals. */
record Asked(String verb, Option option, Surroundings where) {

  Object read(Object given) {
    option.since().ifPresent(since -> needs("option '%s' of %s".formatted(name(), verb), since));
    option.until().ifPresent(this::checkStillThere);
    return option.kind().read(given, this);
  }

  /** Refuses what a newer engine would accept. */
  void needs(String what, String since) {
    if (!where.speaks(since)) {
      throw new UsageException(
          "%s needs API %s, and %s is spoken".formatted(what, since, where.apiVersion()));
    }
  }

  /** A value of the wrong type. Its content is shown only where it cannot be a secret. */
  UsageException wants(@Nullable Object got) {
    return new UsageException(
        "option '%s' of %s wants %s, got %s"
            .formatted(name(), verb, option.takes(), described(got)));
  }

  /** A value of the right type that says nothing sensible. */
  UsageException bad(String reason) {
    return new UsageException("option '%s' of %s: %s".formatted(name(), verb, reason));
  }

  private void checkStillThere(String until) {
    if (Surroundings.compare(where.apiVersion(), until) > 0) {
      throw new UsageException(
          "option '%s' of %s is gone since API %s, and %s is spoken"
              .formatted(name(), verb, next(until), where.apiVersion()));
    }
  }

  private String name() {
    return option.name();
  }

  private static String next(String version) {
    int dot = version.indexOf('.');
    int minor = Integer.parseInt(version.substring(dot + 1));
    return version.substring(0, dot + 1) + (minor + 1);
  }

  private static String described(@Nullable Object got) {
    if (got == null) {
      return "null";
    }
    String type = type(got);
    String article = "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
    boolean showable = got instanceof Number || got instanceof Boolean;
    return article + type + (showable ? " (" + got + ")" : "");
  }

  private static String type(Object got) {
    if (got instanceof Map) {
      return "map";
    }
    if (got instanceof Collection || got instanceof Object[]) {
      return "list";
    }
    String name = got.getClass().getSimpleName();
    return got instanceof CharSequence
        ? "String"
        : name.isEmpty() ? got.getClass().getName() : name;
  }
}
