package dev.gantry.shell.completion;

import dev.gantry.dsl.Humane;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of what the engine has, each with a few words on it. */
final class LiveNames {
  /** The headings under which they stand. */
  static final Set<String> GROUPS =
      Set.of(
          "containers",
          "images",
          "networks",
          "volumes",
          "plugins",
          "nodes",
          "services",
          "secrets",
          "configs",
          "contexts");

  private static final String LABELS = "labels";

  /** Hashes and texts that tools leave are nothing to choose from. */
  private static final int LONGEST_VALUE = 40;

  private final Asking asking;

  LiveNames(Asking asking) {
    this.asking = asking;
  }

  /**
   * Those of a kind.
   *
   * @param source such as {@code @containers}; what begins with no at sign is a word of its own
   */
  Stream<Suggestion> of(String source) {
    return switch (source) {
      case "@containers" ->
          rows("ContainerList", Map.of("all", true)).flatMap(LiveNames::container);
      case "@images" -> rows("ImageList", Map.of()).flatMap(LiveNames::image);
      case "@networks" ->
          rows("NetworkList", Map.of())
              .map(row -> named(text(row, "Name"), "networks", words(row, "Driver", "Scope")));
      case "@volumes" ->
          rows("VolumeList", Map.of())
              .map(row -> named(text(row, "Name"), "volumes", words(row, "Driver")));
      case "@plugins" ->
          rows("PluginList", Map.of())
              .map(row -> named(text(row, "Name"), "plugins", enabled(row)));
      case "@nodes" ->
          rows("NodeList", Map.of())
              .map(
                  row ->
                      named(
                          text(row, "Description", "Hostname"),
                          "nodes",
                          text(row, "Spec", "Role") + " " + text(row, "Status", "State")));
      case "@contexts" ->
          asking.contexts().stream()
              .map(row -> (Map<?, ?>) row)
              .map(row -> named(text(row, "name"), "contexts", words(row, "host", "description")));
      case "@services" -> swarm("ServiceList", "services");
      case "@secrets" -> swarm("SecretList", "secrets");
      case "@configs" -> swarm("ConfigList", "configs");
      case "@container-labels" -> labels("ContainerList", Map.of("all", true), "Labels");
      case "@image-labels" -> labels("ImageList", Map.of(), "Labels");
      case "@network-labels" -> labels("NetworkList", Map.of(), "Labels");
      case "@volume-labels" -> labels("VolumeList", Map.of(), "Labels");
      case "@service-labels" -> labels("ServiceList", Map.of(), "Spec", "Labels");
      case "@secret-labels" -> labels("SecretList", Map.of(), "Spec", "Labels");
      case "@config-labels" -> labels("ConfigList", Map.of(), "Spec", "Labels");
      default ->
          source.startsWith("@") ? Stream.of() : Stream.of(new Suggestion(source, "values", ""));
    };
  }

  private Stream<Suggestion> swarm(String operation, String group) {
    return rows(operation, Map.of())
        .map(
            row ->
                named(
                    text(row, "Spec", "Name"),
                    group,
                    text(row, "Spec", "TaskTemplate", "ContainerSpec", "Image")
                        .replaceFirst("@.*", "")));
  }

  /** Those that things of a kind have: the keys first, then each with its values. */
  private Stream<Suggestion> labels(String operation, Map<String, ?> parameters, String... path) {
    Map<String, Set<String>> labels = new TreeMap<>();
    rows(operation, parameters)
        .map(row -> at(row, path))
        .filter(Map.class::isInstance)
        .flatMap(map -> ((Map<?, ?>) map).entrySet().stream())
        .forEach(
            it ->
                labels
                    .computeIfAbsent(String.valueOf(it.getKey()), key -> new TreeSet<>())
                    .add(String.valueOf(it.getValue())));
    Stream<Suggestion> keys = labels.keySet().stream().map(key -> named(key, LABELS, ""));
    Stream<Suggestion> pairs =
        labels.entrySet().stream()
            .flatMap(
                it ->
                    it.getValue().stream()
                        .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
                        .map(value -> named(it.getKey() + "=" + value, LABELS, "").ranked(1)));
    return Stream.concat(keys, pairs);
  }

  private static Stream<Suggestion> container(Map<?, ?> row) {
    String state = text(row, "State");
    String about = text(row, "Image") + ", " + text(row, "Status");
    return names(row, "Names")
        .map(name -> name.replaceFirst("^/", ""))
        .filter(name -> !name.contains("/"))
        .map(
            name ->
                new Suggestion(name, "containers", about).ranked(state.equals("running") ? 0 : 1));
  }

  private static Stream<Suggestion> image(Map<?, ?> row) {
    String size = Humane.size(row.get("Size"));
    return names(row, "RepoTags")
        .filter(tag -> !tag.startsWith("<none>"))
        .map(tag -> named(tag, "images", size));
  }

  private static String enabled(Map<?, ?> row) {
    return Boolean.TRUE.equals(row.get("Enabled")) ? "enabled" : "disabled";
  }

  private static Suggestion named(String name, String group, String about) {
    return new Suggestion(name, group, about);
  }

  private static Stream<String> names(Map<?, ?> row, String key) {
    return row.get(key) instanceof Collection<?> names
        ? names.stream().map(String::valueOf)
        : Stream.of();
  }

  private Stream<Map<?, ?>> rows(String operation, Map<String, ?> parameters) {
    Optional<Object> answer = asking.read(operation, parameters);
    Object rows = answer.orElse(List.of());
    Object listed = rows instanceof Map<?, ?> map ? map.get("Volumes") : rows;
    return listed instanceof Collection<?> all
        ? all.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row)
        : Stream.of();
  }

  private static String words(Map<?, ?> row, String... keys) {
    return Stream.of(keys)
        .map(row::get)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String text(Map<?, ?> row, String... path) {
    @Nullable Object at = at(row, path);
    return at == null ? "" : String.valueOf(at);
  }

  private static @Nullable Object at(Map<?, ?> row, String... path) {
    @Nullable Object at = row;
    for (String key : path) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return at;
  }
}
