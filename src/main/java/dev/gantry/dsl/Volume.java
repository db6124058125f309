package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One volume. Sources: Engine API 1.51, {@code /volumes/{name}}. */
public final class Volume extends Resource {
  private static final Kind KIND = new Kind("VolumeInspect", "name", "Volume", Set.of());

  private Volume(Docker docker, String name) {
    super(docker, KIND, name);
  }

  /** A row and the full JSON are the same. */
  static Volume of(Docker docker, Map<String, @Nullable Object> attrs) {
    Volume volume = new Volume(docker, Rows.text(attrs.get("Name")));
    volume.listedAs(attrs);
    volume.inspectedAs(attrs);
    return volume;
  }

  public String getName() {
    return handle();
  }

  /** A volume's name is its id. */
  @Override
  public String getShortId() {
    return handle();
  }

  public String getDriver() {
    return Rows.text(value("Driver"));
  }

  /** Where its files are on the engine's host. */
  public String getMountpoint() {
    return Rows.text(value("Mountpoint"));
  }

  public Map<String, Object> getLabels() {
    return Rows.map(value("Labels"));
  }

  /**
   * Changes a volume of a swarm. {@code PUT /volumes/{name}} (VolumeUpdate), from API 1.42.
   * Options: {@code availability} ({@code active}, {@code pause} or {@code drain}); {@code body:}
   * is merged over the request for whatever is left.
   *
   * @throws UsageException it is no volume of a swarm: of the others nothing can be changed
   */
  public Volume update(Map<String, ?> options) {
    VerbOptions asked = docker().options("volume update", options);
    new SpecChange(this::cluster, spec -> spec.putAll(Rows.map(asked.body().get("Spec"))))
        .send((version, spec) -> send(asked.body(), version, spec));
    changed();
    return this;
  }

  private Map<String, @Nullable Object> cluster() {
    Object cluster = inspect().get("ClusterVolume");
    if (cluster == null) {
      throw new UsageException(label() + " is none of a swarm: nothing of it can be changed");
    }
    return Rows.map(cluster);
  }

  /** By its id in the swarm: of its name this one operation knows nothing. */
  private @Nullable Object send(
      Map<String, @Nullable Object> asked, Object version, Map<String, ?> spec) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(asked);
    body.put("Spec", spec);
    Object id = Rows.in(value("ClusterVolume"), "ID");
    return docker()
        .ask("VolumeUpdate", Map.of("name", Rows.text(id), "version", version, "body", body));
  }

  /** Changes a volume of a swarm, with options that the closure assigns. */
  public Volume update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  public void remove() {
    remove(Map.of());
  }

  /**
   * Removes it. VolumeDelete. Option: {@code force}.
   *
   * @throws dev.gantry.engine.ConflictException a container uses it
   */
  public void remove(Map<String, ?> options) {
    call("VolumeDelete", docker().options("volume rm", options).query());
    changed();
  }

  /** Removes it, with options that the closure assigns. */
  public void remove(Closure<?> options) {
    remove(ClosureOptions.of(options));
  }

  @Override
  String label() {
    return toString();
  }

  /** One line: {@code volume data}. */
  @Override
  public String toString() {
    return "volume " + handle();
  }
}
