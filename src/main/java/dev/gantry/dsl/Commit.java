package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an image of what a container has become. */
final class Commit {
  private final Docker docker;
  private final String container;

  Commit(Docker docker, String container) {
    this.docker = docker;
    this.container = container;
  }

  Image run(Map<String, ?> options, @Nullable String reference) {
    VerbOptions given = docker.options("commit", options);
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(given.query());
    if (reference != null) {
      name(parameters, ImageName.parse(reference));
    }
    parameters.put("container", container);
    // The daemon reads them line by line (moby v28.5.2, builder/dockerfile/builder.go).
    if (given.client().get("changes") instanceof List<?> changes) {
      parameters.put("changes", String.join("\n", Rows.texts(changes)));
    }
    parameters.put("body", given.body().isEmpty() ? null : given.body());
    Object made = docker.engine().call("ImageCommit", parameters);
    return docker.getImages().get(Rows.text(Rows.in(made, "Id")));
  }

  private static void name(Map<String, @Nullable Object> parameters, ImageName name) {
    if (parameters.containsKey("repo") || parameters.containsKey("tag")) {
      throw new UsageException(
          "option 'repo' or 'tag' of commit: the image is named already, by the first argument");
    }
    parameters.put("repo", name.repository());
    parameters.put("tag", name.tagOrLatest());
  }
}
