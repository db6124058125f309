package dev.gantry.json;

import org.jspecify.annotations.Nullable;

/** Puts something else in the place of a value that is to be shown. */
@FunctionalInterface
public interface Views {
  /** Every value is shown as it is. */
  Views NONE = value -> value;

  /** What to show for a value; the value itself where there is nothing better. */
  @Nullable Object of(@Nullable Object value);
}
