package dev.gantry.dsl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One config: a file for services. Sources: Engine API 1.51, {@code /configs}. */
public final class Config extends SwarmData {
  static final Kind KIND = new Kind("ConfigInspect", "id", "Config", Set.of());

  Config(Docker docker, Map<String, @Nullable Object> attrs) {
    super(docker, KIND, attrs);
  }

  /** What is in it. */
  public byte[] getData() {
    return Base64.getDecoder().decode(Rows.text(spec("Data")));
  }

  /** What is in it, as UTF-8. */
  public String getText() {
    return new String(getData(), StandardCharsets.UTF_8);
  }
}
