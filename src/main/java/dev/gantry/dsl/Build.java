package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A build that succeeded. */
public final class Build implements JsonView {
  private final Docker docker;
  private final String id;
  private final String log;
  private @Nullable Image image;

  Build(Docker docker, String id, String log) {
    this.docker = docker;
    this.id = id;
    this.log = log;
  }

  /** The id of the image, {@code sha256:…}. */
  public String getId() {
    return id;
  }

  /** The image; asked for with the first use. ImageInspect. */
  public Image getImage() {
    Image known = image;
    if (known == null) {
      known = docker.getImages().get(id);
      image = known;
    }
    return known;
  }

  /** What the builder said; of a long build the last 10,000 lines. */
  public String getLog() {
    return log;
  }

  @Override
  public Object toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Id", id);
    json.put("Tags", getImage().getTags());
    return json;
  }

  @Override
  public String toString() {
    List<String> tags = getImage().getTags();
    return Humane.shortId(id) + (tags.isEmpty() ? "" : " (" + String.join(", ", tags) + ")");
  }
}
