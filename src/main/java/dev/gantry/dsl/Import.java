package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an image of a file system in a tar. */
final class Import {
  private final Docker docker;

  Import(Docker docker) {
    this.docker = docker;
  }

  Image run(Map<String, ?> options, Object source) {
    VerbOptions given = docker.options("import", options);
    Map<String, @Nullable Object> query = new LinkedHashMap<>(given.query());
    Object name = given.client().get("name");
    if (name != null) {
      ImageName parts = ImageName.parse(name.toString());
      query.putIfAbsent("repo", parts.repository());
      query.putIfAbsent("tag", parts.tagOrLatest());
    }
    Progress progress = new Progress(docker, given, null);
    boolean url = source instanceof CharSequence text && text.toString().matches("https?://.*");
    if (url) {
      query.put("fromSrc", source.toString());
      return imported(progress.follow("ImageCreate", query));
    }
    query.put("fromSrc", "-");
    progress.sending("archive", docker.files().size(source));
    return docker
        .files()
        .sending(
            source,
            body -> {
              query.put("body", body);
              return imported(progress.follow("ImageCreate", query));
            });
  }

  /**
   * The last thing the daemon says is the new image's id (moby v28.5.2, daemon/containerd and
   * daemon/images).
   */
  private Image imported(List<Map<String, @Nullable Object>> said) {
    String last = said.isEmpty() ? "" : Rows.text(said.get(said.size() - 1).get("status"));
    if (!last.contains(":")) {
      throw new UsageException("the engine did not say which image it imported");
    }
    return docker.getImages().get(last.strip());
  }
}
