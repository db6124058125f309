package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.CreateRequest;
import dev.gantry.engine.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a container, and pulls its image first where that is wanted. */
final class Creation {
  private final Docker docker;
  private final CreateRequest request;

  private Creation(Docker docker, CreateRequest request) {
    this.docker = docker;
    this.request = request;
  }

  static Container of(Docker docker, CreateRequest request) {
    return new Creation(docker, request).create();
  }

  private Container create() {
    Path workingDirectory = docker.surroundings().workingDirectory();
    Path cidfile = request.cidfile().map(workingDirectory::resolve).orElse(null);
    if (cidfile != null && Files.exists(cidfile)) {
      throw new UsageException(
          "the file for the container's id is there already: " + cidfile + "; remove it first");
    }
    if (request.pull().equals("always")) {
      pull();
    }
    Map<String, @Nullable Object> created = Rows.map(createOrPull());
    warn(created.get("Warnings"));
    Container container = Container.made(docker, Rows.id(created), request.query().get("name"));
    if (cidfile != null) {
      write(cidfile, container.getId());
    }
    return container;
  }

  private @Nullable Object createOrPull() {
    try {
      return send();
    } catch (NotFoundException e) {
      if (!request.pull().equals("missing") || isThere()) {
        throw e;
      }
      docker.notices().say("Unable to find image '" + image() + "' locally; pulling it");
      pull();
      return send();
    }
  }

  private @Nullable Object send() {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(request.query());
    parameters.put("body", request.body());
    return docker.engine().call("ContainerCreate", parameters);
  }

  /**
   * A 404 can mean something else than the image: a network, a volume driver. The daemon's words do
   * not decide.
   */
  private boolean isThere() {
    try {
      docker.engine().call("ImageInspect", Map.of("name", image()));
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private void pull() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("platform", request.query().getOrDefault("platform", ""));
    options.put("quiet", request.quiet());
    docker.getImages().pull(options, image());
  }

  private String image() {
    return Rows.text(request.body().get("Image"));
  }

  private void warn(@Nullable Object warnings) {
    if (warnings instanceof List<?> list) {
      list.forEach(warning -> docker.notices().say("warning: " + warning));
    }
  }

  private static void write(Path file, String id) {
    try {
      Files.writeString(file, id);
    } catch (IOException e) {
      throw new UsageException(
          "cannot write the container's id to " + file + ": " + e.getMessage());
    }
  }
}
