package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pushes one image, or all tags of a repository. */
final class Push {
  /** What every engine says at the end of a tag; Podman says nothing else of it. */
  private static final Pattern PUSHED =
      Pattern.compile("(\\S+): digest: (sha256:[0-9a-f]{64}) size: (\\d+)");

  private final Docker docker;
  private final VerbOptions given;
  private final @Nullable Closure<?> each;

  Push(Docker docker, Map<String, ?> options, @Nullable Closure<?> each) {
    this.docker = docker;
    this.given = docker.options("push", options);
    this.each = each;
  }

  /** What was pushed: {@code Tag Digest Size}; a list of that where all tags were. */
  Object run(String reference) {
    ImageName name = ImageName.parse(reference);
    if (!name.digest().isEmpty()) {
      throw new UsageException(
          "push wants a name with a tag, and '" + reference + "' has a digest: tag it first");
    }
    if (given.is("allTags")) {
      return all(name);
    }
    List<Map<String, @Nullable Object>> pushed = follow(name, name.tagOrLatest());
    if (pushed.isEmpty()) {
      throw new UsageException("the engine did not say what it pushed of '" + reference + "'");
    }
    return pushed.get(pushed.size() - 1);
  }

  private List<Map<String, @Nullable Object>> all(ImageName name) {
    if (!name.tag().isEmpty()) {
      throw new UsageException("option 'allTags' of push: no tag goes with it");
    }
    return follow(name, null);
  }

  private List<Map<String, @Nullable Object>> follow(ImageName name, @Nullable String tag) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(given.query());
    parameters.put("name", name.repository());
    parameters.put("tag", tag);
    // Engines before API 1.48 refuse a push without the header, whoever may push.
    parameters.put(Credentials.HEADER, new Credentials(docker, given.client()).header(name));
    List<Map<String, @Nullable Object>> pushed = new ArrayList<>();
    new Progress(docker, given, each)
        .follow("ImagePush", parameters)
        .forEach(event -> result(event).ifPresent(pushed::add));
    return pushed;
  }

  private static Optional<Map<String, @Nullable Object>> result(
      Map<String, @Nullable Object> event) {
    Matcher said = PUSHED.matcher(Rows.text(event.get("status")));
    if (!said.matches()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("Tag", said.group(1));
    result.put("Digest", said.group(2));
    result.put("Size", Long.parseLong(said.group(3)));
    return Optional.of(result);
  }
}
