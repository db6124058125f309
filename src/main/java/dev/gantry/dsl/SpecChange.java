package dev.gantry.dsl;

import dev.gantry.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes the specification of a thing of a swarm. It is sent back whole, with the version it was
 * made from; when somebody else was faster the engine refuses it ("update out of sequence"), and it
 * is made anew from what there is now.
 *
 * @param read gives the full JSON of the thing, asked for now
 * @param change is applied to a copy of the specification, for each try once
 */
record SpecChange(
    Supplier<Map<String, @Nullable Object>> read, Consumer<Map<String, @Nullable Object>> change) {
  private static final int TRIES = 5;

  /**
   * Makes the change.
   *
   * @param send is given the version and the changed specification
   */
  @Nullable Object send(BiFunction<Object, Map<String, ?>, @Nullable Object> send) {
    Map<String, @Nullable Object> before = read.get();
    for (int left = TRIES - 1; ; left--) {
      Map<String, @Nullable Object> spec = new LinkedHashMap<>(Rows.map(before.get("Spec")));
      change.accept(spec);
      try {
        return send.apply(version(before), spec);
      } catch (EngineException e) {
        // By its status alone (500) this refusal is like any other: that the version went on tells.
        Map<String, @Nullable Object> now = read.get();
        if (left == 0 || version(now).equals(version(before))) {
          throw e;
        }
        before = now;
      }
    }
  }

  private static Object version(Map<String, @Nullable Object> thing) {
    return Objects.requireNonNullElse(Rows.in(thing.get("Version"), "Index"), 0);
  }
}
