package dev.gantry.cli.reach;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.dsl.EngineContext;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The contexts of the Docker CLI, where it keeps them: {@code meta/ID/meta.json} and {@code
 * tls/ID/docker/*.pem}, the ID being the SHA-256 of the name (docker/cli v28.5.2,
 * cli/context/store). Nothing is written.
 *
 * @param folder {@code contexts} beside the configuration file; it may be missing
 */
record ContextStore(Path folder) {

  boolean has(String name) {
    return Files.isRegularFile(meta(ContextFolders.id(name)));
  }

  /**
   * A context by its name.
   *
   * @param why what says the name, for the message
   * @throws UsageException there is none, or it cannot be used
   */
  StoredContext get(String name, String why) {
    try {
      return read(ContextFolders.id(name));
    } catch (NoSuchFileException e) {
      throw unknown(name, why);
    } catch (IOException | JsonException e) {
      throw new UsageException(
          "The context '%s' (%s) cannot be used: %s: %s"
              .formatted(name, why, meta(ContextFolders.id(name)), problem(e)));
    }
  }

  /** All of them; those that cannot be used with the reason. */
  List<EngineContext> list() {
    return ids().stream().map(this::listed).toList();
  }

  private EngineContext listed(String id) {
    try {
      StoredContext context = read(id);
      return new EngineContext(context.name(), context.host(), context.description(), "", "");
    } catch (IOException | JsonException | UsageException e) {
      return new EngineContext(
          id.substring(0, Math.min(12, id.length())), "", "", "", meta(id) + ": " + problem(e));
    }
  }

  private StoredContext read(String id) throws IOException {
    Path file = meta(id);
    return StoredContext.of(
        Json.readMap(Files.readAllBytes(file)), file, folder.resolve("tls").resolve(id));
  }

  private UsageException unknown(String name, String why) {
    List<String> names =
        Stream.concat(Stream.of(Destination.DEFAULT), list().stream().map(EngineContext::name))
            .sorted()
            .toList();
    return new UsageException(
        "There is no context '%s' (%s); there are: %s%s"
            .formatted(name, why, String.join(", ", names), DidYouMean.hint(name, names)));
  }

  private List<String> ids() {
    try (Stream<Path> folders = Files.list(folder.resolve("meta"))) {
      return folders
          .map(each -> each.getFileName().toString())
          .filter(id -> Files.isRegularFile(meta(id)))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // without a store there are no contexts
    }
  }

  private Path meta(String id) {
    return folder.resolve("meta").resolve(id).resolve("meta.json");
  }

  private static String problem(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof JsonException json ? json.problem() : String.valueOf(e.getMessage());
  }
}
