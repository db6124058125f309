package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.volumes}: lists, finds and creates volumes. */
public final class Volumes extends Resources<Volume> {
  private static final List<String> COLUMNS =
      List.of("VOLUME NAME", "DRIVER", "SCOPE", "MOUNTPOINT");

  Volumes(Docker docker) {
    super(docker, "volumes", COLUMNS);
  }

  /**
   * Lists volumes, with one request. {@code GET /volumes} (VolumeList). Option: {@code filters}.
   */
  @Override
  public ResourceList<Volume> list(Map<String, ?> options) {
    Object answer = docker.engine().call("VolumeList", docker.options("volumes", options).query());
    return listing(Rows.in(answer, "Volumes"));
  }

  @Override
  Volume listed(Map<String, @Nullable Object> row) {
    return Volume.of(docker, row);
  }

  @Override
  Map<String, ?> cells(Volume volume, Instant now) {
    return Map.ofEntries(
        entry("VOLUME NAME", volume.getName()),
        entry("DRIVER", volume.getDriver()),
        entry("SCOPE", Rows.text(volume.value("Scope"))),
        entry("MOUNTPOINT", volume.getMountpoint()));
  }

  /**
   * One volume by its name. {@code GET /volumes/{name}} (VolumeInspect).
   *
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  @Override
  public Volume get(CharSequence name) {
    return Volume.of(
        docker, Rows.map(docker.engine().call("VolumeInspect", Map.of("name", named(name)))));
  }

  /** Creates a volume whose name the daemon makes up. */
  public Volume create() {
    return create(Map.of());
  }

  public Volume create(String name) {
    return create(Map.of(), name);
  }

  /**
   * Creates a volume; its name, if it is to have one, is the option {@code name}. See {@link
   * #create(Map, String)}.
   */
  public Volume create(Map<String, ?> options) {
    Map<String, Object> body = docker.options("volume create", options).body();
    return Volume.of(docker, Rows.map(docker.engine().call("VolumeCreate", Map.of("body", body))));
  }

  /**
   * Creates a volume; one that is there already stays as it is. {@code POST /volumes/create}
   * (VolumeCreate). Options: {@code driver} (local unless named), {@code driverOpts}, {@code
   * labels}.
   */
  public Volume create(Map<String, ?> options, String name) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(Options.named(options));
    named.put("name", name);
    return create(named);
  }

  /** Creates a volume, with options that the closure assigns. */
  public Volume create(Closure<?> options) {
    return create(ClosureOptions.of(options));
  }

  /** Creates a volume, with options that the closure assigns. */
  public Volume create(String name, Closure<?> options) {
    return create(ClosureOptions.of(options), name);
  }

  public @Nullable Object prune() {
    return prune(Map.of());
  }

  /**
   * Removes volumes that no container uses: anonymous ones only from API 1.42 on, unless {@code
   * filters: [all: true]}. VolumePrune. Gives {@code VolumesDeleted} and {@code SpaceReclaimed}
   * (bytes). It asks first at a terminal, and elsewhere wants the option {@code yes}.
   */
  public @Nullable Object prune(Map<String, ?> options) {
    VerbOptions given = docker.options("volume prune", options);
    Consent.to(
        docker, given, "volumes.prune", "It removes unused volumes and all that is in them.");
    return Pruned.of(docker.engine().call("VolumePrune", given.query()));
  }

  /** Prunes volumes, with options that the closure assigns. */
  public @Nullable Object prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }
}
