package dev.gantry.script;

import groovy.lang.Binding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last results of a session: {@code _}, {@code __} and {@code Out[n]} or {@code out[n]}. */
final class Results {
  /** Results are held strongly: an unlimited record would keep every listing ever made. */
  private static final int KEPT = 100;

  private final Map<Integer, Object> numbered = new LinkedHashMap<>();
  private final Deque<Object> latest = new ArrayDeque<>();

  /** Gives entries the names of all results, where those are free: variables may lie over them. */
  void offerTo(ScriptBinding binding) {
    for (String name : List.of("Out", "out")) {
      if (!binding.hasVariable(name)) {
        binding.offer(name, () -> numbered);
      }
    }
  }

  /** Forgets all, so that what is in them can be freed. */
  void clear() {
    numbered.clear();
    latest.clear();
  }

  /** Records a result and publishes it. An entry that gives nothing leaves the last one. */
  void record(int entry, @Nullable Object value, Binding binding) {
    if (value == null) {
      return;
    }
    numbered.put(entry, value);
    numbered.keySet().removeIf(old -> old <= entry - KEPT);
    latest.addFirst(value);
    if (latest.size() > 2) {
      latest.removeLast();
    }
    binding.setVariable("_", latest.getFirst());
    binding.setVariable("__", latest.size() > 1 ? latest.getLast() : null);
  }
}
