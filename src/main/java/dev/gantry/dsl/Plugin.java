package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One plugin.
 *
 * <p>Errors of every verb: {@link dev.gantry.engine.NotFoundException} when it is gone, {@link
 * dev.gantry.engine.ConflictException} when it is enabled and must not be, or the reverse. Sources:
 * Engine API 1.51, {@code /plugins/{name}/…}.
 */
public final class Plugin extends Resource {
  private static final Kind KIND = new Kind("PluginInspect", "name", "Plugin", Set.of());

  /** Seconds; docker/cli v28.5.2 (cli/command/plugin/enable.go) has the same. */
  private static final int ENABLE_TIMEOUT = 30;

  private Plugin(Docker docker, String name) {
    super(docker, KIND, name);
  }

  /** A row and the full JSON are the same. */
  static Plugin of(Docker docker, Map<String, @Nullable Object> attrs) {
    Plugin plugin = new Plugin(docker, Rows.text(attrs.get("Name")));
    plugin.listedAs(attrs);
    plugin.inspectedAs(attrs);
    return plugin;
  }

  /** Its name on the engine, with its tag. */
  public String getName() {
    return handle();
  }

  @Override
  public String getId() {
    return Rows.text(value("Id"));
  }

  public String getDescription() {
    return Rows.text(Rows.in(value("Config"), "Description"));
  }

  public boolean isEnabled() {
    return Boolean.TRUE.equals(value("Enabled"));
  }

  /** What can be set, as it is now: {@code Args Devices Env Mounts}. */
  public Map<String, Object> getSettings() {
    return Rows.map(value("Settings"));
  }

  public Plugin enable() {
    return enable(Map.of());
  }

  /**
   * Starts it. PluginEnable. Option: {@code timeout} (seconds or a duration that it has to answer
   * each call in; 30 seconds unless given).
   */
  public Plugin enable(Map<String, ?> options) {
    Map<String, @Nullable Object> query =
        new LinkedHashMap<>(docker().options("plugin enable", options).query());
    query.putIfAbsent("timeout", ENABLE_TIMEOUT);
    return act("PluginEnable", query);
  }

  /** Starts it, with options that the closure assigns. */
  public Plugin enable(Closure<?> options) {
    return enable(ClosureOptions.of(options));
  }

  public Plugin disable() {
    return disable(Map.of());
  }

  /** Stops it. PluginDisable. Option: {@code force} (even if it is in use). */
  public Plugin disable(Map<String, ?> options) {
    return act("PluginDisable", docker().options("plugin disable", options).query());
  }

  /** Stops it, with options that the closure assigns. */
  public Plugin disable(Closure<?> options) {
    return disable(ClosureOptions.of(options));
  }

  /**
   * Changes its settings: {@code plugin.set(DEBUG: 1, 'data.source': '/srv')}. The names are those
   * of its {@code Config}: an environment variable, {@code args}, a mount's or a device's with what
   * is set of it. PluginSet.
   *
   * @throws dev.gantry.engine.ServerException it has no such setting
   */
  public Plugin set(Map<String, ?> settings) {
    return set(new Object[] {settings});
  }

  /** Changes settings that the closure assigns. */
  public Plugin set(Closure<?> settings) {
    return set(ClosureOptions.of(settings));
  }

  /** Changes settings given as texts: {@code plugin.set('DEBUG=1')}; see {@link #set(Map)}. */
  public Plugin set(Object... settings) {
    Object given = settings.length == 1 ? settings[0] : Arrays.asList(settings);
    List<?> read =
        PluginTransfer.settings(docker().options("plugin set", Map.of("settings", given)));
    return act("PluginSet", Map.of("body", read));
  }

  /** Gets it anew from where it came from; see {@link #upgrade(Map, Object...)}. */
  public Plugin upgrade(Object... reference) {
    return upgrade(Map.of(), reference);
  }

  /**
   * Puts another version in its place; it must be disabled, keeps its settings, and stays disabled.
   * What it was installed from is asked for again where no reference is given. All privileges that
   * the new version asks for have to be granted, as for {@link Plugins#install(Map, Object...)}.
   * GetPluginPrivileges, PluginUpgrade.
   *
   * <p>Options: {@code grantAll}, {@code grant}, {@code auth}, {@code quiet}. A closure at the end
   * is handed every object of the progress.
   */
  public Plugin upgrade(Map<String, ?> options, Object... reference) {
    List<Object> given = Options.given(reference);
    String remote =
        Options.words(given).isEmpty()
            ? Rows.text(value("PluginReference"))
            : Plugins.only("upgrade", reference);
    new PluginTransfer(docker(), docker().options("plugin upgrade", options))
        .upgrade(handle(), remote, Options.closureIn(given));
    changed();
    return this;
  }

  public Map<String, Object> push() {
    return push(Map.of());
  }

  /** Pushes it to the registry that its name begins with; see {@link #push(Map, Closure)}. */
  public Map<String, Object> push(Map<String, ?> options) {
    return push(options, null);
  }

  /** Pushes it and hands every object of the progress to a closure. */
  public Map<String, Object> push(Closure<?> each) {
    return push(Map.of(), each);
  }

  /**
   * Pushes it to the registry that its name begins with, and hands every object of the progress to
   * a closure. PluginPush. Options: {@code auth}, {@code quiet}.
   *
   * @return {@code Tag Digest Size}
   * @throws dev.gantry.engine.ProgressException the registry refused it
   */
  public Map<String, Object> push(Map<String, ?> options, @Nullable Closure<?> each) {
    VerbOptions given = docker().options("plugin push", options);
    String credentials =
        new Credentials(docker(), given.client()).header(ImageName.parse(handle()));
    List<Map<String, @Nullable Object>> said =
        new Progress(docker(), given, each)
            .follow("PluginPush", Map.of("name", handle(), Credentials.HEADER, credentials));
    return said.isEmpty() ? Map.of() : Rows.map(said.get(said.size() - 1).get("aux"));
  }

  public void remove() {
    remove(Map.of());
  }

  /** Removes it. PluginDelete. Option: {@code force} (even if it is enabled). */
  public void remove(Map<String, ?> options) {
    act("PluginDelete", docker().options("plugin rm", options).query());
  }

  /** Removes it, with options that the closure assigns. */
  public void remove(Closure<?> options) {
    remove(ClosureOptions.of(options));
  }

  private Plugin act(String operation, Map<String, ? extends @Nullable Object> parameters) {
    call(operation, parameters);
    changed();
    return this;
  }

  @Override
  String label() {
    return "plugin " + handle();
  }

  /** One line, from what is known already: {@code plugin vieux/sshfs:latest (enabled)}. */
  @Override
  public String toString() {
    return label() + (isKnown() ? isEnabled() ? " (enabled)" : " (disabled)" : "");
  }
}
