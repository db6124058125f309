package dev.gantry.engine;

import org.jspecify.annotations.Nullable;

/**
 * The API versions that have something: an operation, a parameter, a field.
 *
 * @param since the first version that has it; null for all the catalogue knows
 * @param until the first version that no longer has it; null when it is still there
 */
record Lifetime(@Nullable ApiVersion since, @Nullable ApiVersion until) {

  static Lifetime of(String since, String until) {
    return new Lifetime(
        since.isEmpty() ? null : ApiVersion.parse(since),
        until.isEmpty() ? null : ApiVersion.parse(until));
  }

  /** Why a version does not have it, as the end of a sentence; empty when it has. */
  String missingFrom(ApiVersion version) {
    if (since != null && version.isBefore(since)) {
      return "needs API " + since + ", and " + version + " is spoken";
    }
    if (until != null && !version.isBefore(until)) {
      return "is gone since API " + until + ", and " + version + " is spoken";
    }
    return "";
  }
}
