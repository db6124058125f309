package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data that the swarm keeps for its services: a secret or a config. What is in it never changes;
 * its labels do.
 */
public abstract class SwarmData extends SwarmResource {
  private final Kind kind;

  SwarmData(Docker docker, Kind kind, Map<String, @Nullable Object> attrs) {
    super(docker, kind, attrs);
    this.kind = kind;
  }

  /** The driver that expands it as a template, such as {@code golang}; empty when there is none. */
  public String getTemplateDriver() {
    return Rows.text(spec("Templating", "Name"));
  }

  /**
   * Changes its labels, which is all that can be changed: {@code labels} take the place of those it
   * has. SecretUpdate, ConfigUpdate.
   */
  public SwarmData update(Map<String, ?> options) {
    VerbOptions asked = docker().options(noun() + " update", options);
    change(kind.schema() + "Update", Map.of(), asked::replaceIn);
    return this;
  }

  /** Changes its labels, with options that the closure assigns. */
  public SwarmData update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  /**
   * Removes it. SecretDelete, ConfigDelete.
   *
   * @throws dev.gantry.engine.BadRequestException a service uses it
   */
  public void remove() {
    call(kind.schema() + "Delete", Map.of());
    changed();
  }

  @Override
  String noun() {
    return kind.schema().toLowerCase(Locale.ROOT);
  }
}
