package dev.gantry.dsl;

import dev.gantry.engine.ApiVersion;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One volume. Sources: Engine API 1.51, {@code /volumes/{name}}. */
public final class Volume extends Resource {
  private final Docker docker;

  private Volume(Docker docker, String name) {
    super(name);
    this.docker = docker;
  }

  /** A row and the full JSON are the same. */
  static Volume of(Docker docker, Map<String, @Nullable Object> attrs) {
    Volume volume = new Volume(docker, Rows.text(attrs.get("Name")));
    volume.listedAs(attrs);
    volume.inspectedAs(attrs);
    return volume;
  }

  @Override
  Map<String, @Nullable Object> fetch() {
    return Rows.map(docker.engine().call("VolumeInspect", Map.of("name", handle())));
  }

  @Override
  Set<String> rowKeys() {
    return Set.of();
  }

  @Override
  String schema() {
    return "Volume";
  }

  @Override
  ApiVersion version() {
    return docker.engine().version();
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

  public Map<String, @Nullable Object> getLabels() {
    return Rows.map(value("Labels"));
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
    Map<String, @Nullable Object> query =
        new LinkedHashMap<>(docker.options("volume rm", options).query());
    query.put("name", handle());
    docker.engine().call("VolumeDelete", query);
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
