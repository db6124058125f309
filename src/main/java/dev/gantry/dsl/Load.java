package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads the images of a tar. */
final class Load {
  /** moby v28.5.2, daemon/internal/image/tarexport/load.go. */
  private static final Pattern LOADED = Pattern.compile("Loaded image(?: ID)?: (\\S+)");

  private final Docker docker;

  Load(Docker docker) {
    this.docker = docker;
  }

  List<Image> run(Map<String, ?> options, Object source) {
    VerbOptions given = docker.options("load", options);
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(given.query());
    Progress progress =
        new Progress(docker, given, null).sending("archive", docker.files().size(source));
    return docker
        .files()
        .sending(
            source,
            body -> {
              parameters.put("body", body);
              return loaded(progress.follow("ImageLoad", parameters));
            });
  }

  private List<Image> loaded(List<Map<String, @Nullable Object>> said) {
    return Rows.list(
        said.stream().map(Load::name).flatMap(Optional::stream).map(docker.getImages()::get));
  }

  private static Optional<String> name(Map<String, @Nullable Object> event) {
    Matcher loaded = LOADED.matcher(Rows.text(event.get("stream")));
    return loaded.find() ? Optional.of(loaded.group(1)) : Optional.empty();
  }
}
