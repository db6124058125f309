package dev.gantry.json;

import org.jspecify.annotations.Nullable;

/** Something that stands for a JSON value and is written as that value. */
@FunctionalInterface
public interface JsonView {

  /**
   * Returns the value this object stands for: a Map, a List, a scalar, null, or anything else that
   * {@link Json#plain} accepts.
   */
  @Nullable Object toJson();
}
