package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import dev.gantry.cli.reach.ContextFolders;
import dev.gantry.cli.secure.Change.Kind;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context by which the Docker CLI and Gantry reach the engine, as {@code docker context create}
 * writes it.
 *
 * @param name its name
 * @param host the address
 * @param folders where it is kept
 */
record ContextWriter(String name, String host, ContextFolders folders) {

  /**
   * @param certificates what was planned for {@link Certificates#CLIENT}
   * @throws UsageException there is such a context already, and it reaches another engine
   */
  List<Change> changes(Root root, List<Change> certificates) {
    List<Change> changes = new ArrayList<>();
    Path client = root.path(Certificates.CLIENT);
    for (Change each : certificates) {
      if (each.file().startsWith(client)) {
        Path file = folders.tls().resolve(each.file().getFileName());
        changes.add(Change.of(file, each.after(), Kind.CONTEXT_TLS));
      }
    }
    String before = Root.read(folders.meta());
    if (before != null) {
      refuseOther(before);
    }
    String after = before == null ? Json.write(meta()) : before;
    changes.add(new Change(folders.meta(), before, after, Kind.CONTEXT));
    return changes;
  }

  private Map<String, @Nullable Object> meta() {
    Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
    endpoint.put("Host", host);
    endpoint.put("SkipTLSVerify", false);
    Map<String, @Nullable Object> meta = new LinkedHashMap<>();
    meta.put("Name", name);
    meta.put("Metadata", Map.of("Description", "made by gantry --secure-remote"));
    meta.put("Endpoints", Map.of("docker", endpoint));
    return meta;
  }

  private void refuseOther(String text) {
    String other = "";
    try {
      if (Json.readMap(text).get("Endpoints") instanceof Map<?, ?> endpoints
          && endpoints.get("docker") instanceof Map<?, ?> docker) {
        other = String.valueOf(docker.get("Host"));
      }
    } catch (JsonException e) {
      other = e.problem();
    }
    if (!other.equals(host)) {
      throw new UsageException(
          "there is a context '%s' already, for %s and not for %s: give another name with --context"
              .formatted(name, other, host));
    }
  }
}
