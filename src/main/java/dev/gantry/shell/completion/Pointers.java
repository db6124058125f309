package dev.gantry.shell.completion;

import dev.gantry.shell.completion.Chain.Kind;
import dev.gantry.shell.completion.Chain.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON pointers into a value, a level at a time. */
final class Pointers {
  private static final int FIRST_ELEMENTS = 10;

  private Pointers() {}

  /**
   * What a pointer may go on with.
   *
   * @param typed the pointer so far
   */
  static Stream<Suggestion> in(Known root, String typed) {
    String path = typed.substring(0, typed.lastIndexOf('/') + 1);
    Optional<Known> at = Optional.of(root);
    for (String token : path.split("/", -1)) {
      at = token.isEmpty() ? at : at.flatMap(known -> step(known, unescaped(token)));
    }
    String start = path.isEmpty() ? "/" : path;
    return at.stream()
        .flatMap(Pointers::tokens)
        .map(token -> new Suggestion(start + token, "keys", ""));
  }

  private static Optional<Known> step(Known known, String token) {
    return known.then(new Step(Kind.INDEX, token.matches("\\d+") ? token : "'" + token + "'"));
  }

  private static Stream<String> tokens(Known known) {
    return List.class.isAssignableFrom(known.rawType())
        ? IntStream.range(0, FIRST_ELEMENTS)
            .mapToObj(String::valueOf)
            .filter(index -> isThere(known, index))
        : known.keys().map(key -> key.replace("~", "~0").replace("/", "~1"));
  }

  private static boolean isThere(Known list, String index) {
    return list instanceof Document document
        && document.value().get().filter(it -> size(it) > Integer.parseInt(index)).isPresent();
  }

  private static int size(Object list) {
    return list instanceof Collection<?> all ? all.size() : 0;
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
