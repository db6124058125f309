package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pulls one image, or all that a repository has. */
final class Pull {
  private final Docker docker;
  private final VerbOptions given;
  private final @Nullable Closure<?> each;

  Pull(Docker docker, Map<String, ?> options, @Nullable Closure<?> each) {
    this.docker = docker;
    this.given = docker.options("pull", options);
    this.each = each;
  }

  Object run(String reference) {
    ImageName name = ImageName.parse(reference);
    return given.is("allTags") ? all(name) : one(name);
  }

  private Image one(ImageName name) {
    String version = given.query().getOrDefault("tag", name.version()).toString();
    follow(name, version);
    return docker
        .getImages()
        .get(name.repository() + (version.contains(":") ? "@" : ":") + version);
  }

  private ResourceList<Image> all(ImageName name) {
    if (!name.tag().isEmpty() || !name.digest().isEmpty() || given.query().containsKey("tag")) {
      throw new UsageException("option 'allTags' of pull: no tag and no digest goes with it");
    }
    follow(name, null);
    return docker.getImages().list(Map.of("filters", Map.of("reference", name.repository())));
  }

  private void follow(ImageName name, @Nullable String version) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(given.query());
    parameters.put("fromImage", name.repository());
    parameters.put("tag", version);
    new Credentials(docker, given.client()).addTo(parameters, name);
    new Progress(docker, given, each).follow("ImageCreate", parameters);
  }
}
