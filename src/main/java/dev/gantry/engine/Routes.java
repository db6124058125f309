package dev.gantry.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue read backwards: which operation a path is. Made when it is first needed. */
final class Routes {
  /** Their names have slashes (moby v28.5.2, daemon/server/router: {@code {name:.*}}). */
  private static final Pattern SLASHED = Pattern.compile("/(images|plugins|distribution)/\\{name}");

  private static final class Lazy {
    static final List<Entry> ENTRIES =
        Stream.concat(
                Catalogue.shipped().operations().stream(),
                Catalogue.shipped().unpublished().stream())
            .map(Entry::of)
            .sorted(Comparator.comparing(Entry::count).thenComparing(Entry::byLength))
            .toList();
  }

  /** An operation and the form of its path. Groups of the form are the path's parameters. */
  record Entry(Operation operation, Pattern form) {
    static Entry of(Operation operation) {
      String path = operation.path();
      boolean slashed = SLASHED.matcher(path).lookingAt();
      String form = path.replaceAll("\\{(\\w+)}", slashed ? "(?<$1>.+)" : "(?<$1>[^/]+)");
      return new Entry(operation, Pattern.compile(form));
    }

    /** Paths without names come first: {@code /images/get} is no image of the name "get". */
    long count() {
      return operation.path().chars().filter(c -> c == '{').count();
    }

    /** What stands for each name in a path that has this form. */
    Map<String, String> names(String path) {
      Matcher matcher = form.matcher(path);
      Map<String, String> names = new LinkedHashMap<>();
      if (matcher.matches()) {
        operation.parameters().stream()
            .filter(parameter -> parameter.place().equals("path"))
            .forEach(one -> names.put(one.name(), matcher.group(one.name())));
      }
      return names;
    }

    /** A longer path says more than a shorter one that its name might swallow. */
    int byLength() {
      return -operation.path().length();
    }
  }

  private Routes() {}

  /**
   * @param path decoded, without a version before it
   */
  static Optional<Entry> find(String method, String path) {
    return Lazy.ENTRIES.stream()
        .filter(entry -> entry.operation().method().equals(method))
        .filter(entry -> entry.form().matcher(path).matches())
        .findFirst();
  }
}
