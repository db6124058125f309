package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.LexicalPath;
import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarReader;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.trace.TraceExchange;
import dev.gantry.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an engine and at what was read from it, for completion: changes nothing, not even what a
 * resource remembers, and tells no trace of it.
 */
public final class Peek {
  /** How much of a folder's archive is read at most: the files come with what is in them. */
  private static final long FOLDER_BYTES = 4L << 20;

  private Peek() {}

  /**
   * Whether an engine may be asked without anybody noticing. An engine that is reached by ssh or
   * TLS is left alone until the user has called it: a passphrase may have to be typed for that.
   */
  public static boolean isFree(Docker docker) {
    return docker.getHost().startsWith("unix:") || docker.engine().isAgreed();
  }

  /**
   * Asks an engine by an operation that only reads.
   *
   * @throws UsageException the operation may change something
   */
  public static @Nullable Object read(Docker docker, String operation, Map<String, ?> parameters) {
    if (!Catalogue.shipped().operation(operation).mutates().equals("no")) {
      throw new UsageException(operation + " is no operation that only reads");
    }
    return TraceExchange.untold(() -> docker.engine().call(operation, parameters));
  }

  /** The full JSON of a thing as far as it is in memory. */
  public static Optional<Map<String, Object>> held(Resource thing) {
    return thing.isWhole() ? Optional.of(thing.document()) : Optional.empty();
  }

  /** The engine that a thing is on. */
  public static Docker docker(Resource thing) {
    return thing.docker();
  }

  /** What the engine knows a thing by. */
  public static String handle(Resource thing) {
    return thing.handle();
  }

  /**
   * The names in a folder of a container, each with whether it is a folder. Some of them only where
   * the folder's archive is large, for the API lists no folder in any other way.
   */
  public static Map<String, Boolean> folder(Docker docker, String container, String path) {
    return TraceExchange.untold(() -> entries(new ContainerPaths(docker, container), path));
  }

  private static Map<String, Boolean> entries(ContainerPaths paths, String path) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    try (HttpResponse archive = paths.archive(path + "/.")) {
      TarReader tar = new TarReader(archive.body());
      long read = 0;
      for (TarEntry entry = tar.next(); entry != null && read < FOLDER_BYTES; entry = tar.next()) {
        String name = LexicalPath.clean(entry.name());
        boolean nested = name.contains("/");
        read += entry.size() + 512;
        if (nested || entry.kind() == TarEntry.Kind.FOLDER) {
          names.put(nested ? name.substring(0, name.indexOf('/')) : name, true);
        } else {
          names.putIfAbsent(name, false);
        }
      }
    }
    names.remove(".");
    return names;
  }
}
