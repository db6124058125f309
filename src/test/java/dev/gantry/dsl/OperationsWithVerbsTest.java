package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No operation without a verb: each is named in the sources of the verbs. */
class OperationsWithVerbsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/gantry/dsl");
  private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"");

  /** Secrets and configs share their verbs. */
  private static final Pattern SHARED = Pattern.compile("schema(?:\\(\\))? \\+ \"(\\w+)\"");

  /** Those that {@code docker.api} calls alone, or the engine's client of itself; and why. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "SystemPing", "docker.ping() asks as the client does that negotiates the version",
          "SystemPingHead", "says what SystemPing says, without a body",
          "ImageGet", "ImageGetAll saves one image as well as several",
          "ContainerAttachWebsocket", "c.attach() has the same streams without frames of its own",
          "BuildCancel", "a build ends when its closure throws or its connection is closed",
          "Grpc", "for programs that bring a client of gRPC; docker.session() is what builds use");

  @Test
  void everyOperationHasAVerb() {
    Set<String> without = ids();
    without.removeAll(named());
    assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
  }

  private static Set<String> ids() {
    return Stream.of(Catalogue.shipped().operations(), Catalogue.shipped().unpublished())
        .flatMap(Collection::stream)
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named() {
    List<String> sources = sources();
    Stream<String> each = sources.stream().flatMap(it -> all(TEXT, it));
    Stream<String> shared =
        sources.stream()
            .flatMap(it -> all(SHARED, it))
            .flatMap(what -> Stream.of("Secret" + what, "Config" + what));
    return Stream.concat(each, shared).collect(Collectors.toSet());
  }

  private static Stream<String> all(Pattern pattern, String source) {
    return pattern.matcher(source).results().map((MatchResult it) -> it.group(1));
  }

  private static List<String> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(it -> it.toString().endsWith(".java"))
          .map(OperationsWithVerbsTest::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
