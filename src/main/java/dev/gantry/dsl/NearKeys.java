package dev.gantry.dsl;

import dev.gantry.DidYouMean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that was probably meant by one that some JSON does not have at its top: perhaps it
 * is further down. What is nearer to the top counts first; of a list, its first element.
 */
public final class NearKeys {
  /** A key that can stand in a path between dots, in quotes at most. */
  private static final Pattern WRITABLE = Pattern.compile("[^\"$\\\\\\p{Cntrl}]+");

  /** Where the daemon keeps the files: no words of the user's. */
  private static final String INTERNAL = "GraphDriver";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]\\w*");
  private static final int DEEPEST = 8;

  private final Map<String, Place> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, @Nullable Object> byPath = new LinkedHashMap<>();

  /** Where a value is: {@code HostConfig.RestartPolicy}. */
  private record Place(String path, @Nullable Object value, int depth) {
    boolean isEmpty() {
      return value == null
          || value.equals("")
          || (value instanceof Collection<?> some && some.isEmpty())
          || (value instanceof Map<?, ?> map && map.isEmpty());
    }
  }

  public NearKeys(Map<?, ?> json) {
    ArrayDeque<Place> open = new ArrayDeque<>(List.of(new Place("", json, 0)));
    while (!open.isEmpty()) {
      open.addAll(within(open.remove()));
    }
  }

  private List<Place> within(Place place) {
    List<Place> found = new ArrayList<>();
    if (place.path().equals(INTERNAL)) {
      return found;
    }
    if (place.value() instanceof Map<?, ?> map && place.depth() < DEEPEST) {
      map.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (WRITABLE.matcher(name).matches()) {
              found.add(note(place, name, value));
            }
          });
    } else if (place.value() instanceof List<?> list && !list.isEmpty()) {
      found.add(new Place(place.path() + "[0]", list.get(0), place.depth()));
    }
    return found;
  }

  private Place note(Place above, String name, @Nullable Object value) {
    String written = PLAIN.matcher(name).matches() ? name : '"' + name + '"';
    String path = above.path().isEmpty() ? written : above.path() + "." + written;
    Place place = new Place(path, value, above.depth() + 1);
    places.putIfAbsent(name, place);
    byPath.putIfAbsent(path, value);
    return place;
  }

  /** Completes the sentence that there is no such key: {@code "; did you mean 'Config.Env'?"}. */
  public String hint(String typed) {
    return hint(typed, List.of(), List.of());
  }

  /**
   * The same for a thing of the engine's.
   *
   * @param properties what else it has beside the keys
   * @param set where its JSON has what an option of that name sets, if there is one
   */
  String hint(String typed, Collection<String> properties, List<String> set) {
    List<String> top = new ArrayList<>(properties);
    places.values().stream().filter(it -> it.depth() == 1).forEach(it -> top.add(it.path()));
    Optional<Place> same = Optional.ofNullable(places.get(typed));
    return top.stream()
        .filter(typed::equalsIgnoreCase)
        .findFirst()
        .map(NearKeys::meant)
        .or(() -> same.filter(it -> !it.isEmpty()).map(it -> meant(it.path())))
        .or(() -> Optional.of(option(typed, set)).filter(it -> !it.isEmpty()))
        .or(() -> same.map(it -> meant(it.path())))
        .or(() -> DidYouMean.nearest(typed, top).map(NearKeys::meant))
        .or(() -> DidYouMean.nearest(typed, places.keySet()).map(it -> meant(path(it))))
        .orElse("");
  }

  /** Tells where to read what an option sets; empty where the JSON has it nowhere. */
  String option(String name, List<String> set) {
    List<String> there = set.stream().filter(byPath::containsKey).toList();
    return there.stream()
        .filter(path -> !new Place(path, byPath.get(path), 1).isEmpty())
        .findFirst()
        .or(() -> there.stream().findFirst())
        .map(path -> "; what the option '%s' sets is read by '%s'".formatted(name, path))
        .orElse("");
  }

  private String path(String key) {
    Place place = places.get(key);
    return place == null ? key : place.path();
  }

  private static String meant(String path) {
    return "; did you mean '" + path + "'?";
  }
}
