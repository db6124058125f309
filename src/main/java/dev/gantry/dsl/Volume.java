package dev.gantry.dsl;

import groovy.lang.Closure;
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
