package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.plugins}: lists, finds, installs and creates plugins of the engine. */
public final class Plugins extends Resources<Plugin> {
  private static final List<String> COLUMNS = List.of("ID", "NAME", "DESCRIPTION", "ENABLED");

  Plugins(Docker docker) {
    super(docker, "plugins", COLUMNS);
  }

  /**
   * Lists plugins, with one request. {@code GET /plugins} (PluginList). Option: {@code filters}
   * ({@code enabled}, {@code capability}).
   */
  @Override
  public ResourceList<Plugin> list(Map<String, ?> options) {
    return listing(docker.engine().call("PluginList", docker.options("plugins", options).query()));
  }

  @Override
  Plugin listed(Map<String, @Nullable Object> row) {
    return Plugin.of(docker, row);
  }

  @Override
  Map<String, ?> cells(Plugin plugin, Instant now) {
    return Map.ofEntries(
        entry("ID", plugin.getShortId()),
        entry("NAME", plugin.getName()),
        entry("DESCRIPTION", plugin.getDescription().replace('\n', ' ').strip()),
        entry("ENABLED", plugin.isEnabled()));
  }

  /**
   * One plugin by its name or id; the tag {@code latest} when the name has none. {@code GET
   * /plugins/{name}/json} (PluginInspect).
   *
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  @Override
  public Plugin get(CharSequence name) {
    return Plugin.of(
        docker, Rows.map(docker.engine().call("PluginInspect", Map.of("name", named(name)))));
  }

  /** The privileges that a plugin in a registry asks for; see {@link #privileges(Map, String)}. */
  public List<?> privileges(String reference) {
    return privileges(Map.of(), reference);
  }

  /**
   * The privileges that a plugin in a registry asks for: {@code Name}, {@code Description} and
   * {@code Value} (a list) of each; nothing where the registry has no such plugin.
   * GetPluginPrivileges. Option: {@code auth}.
   */
  public List<?> privileges(Map<String, ?> options, String reference) {
    VerbOptions given = docker.options("plugin privileges", options);
    return PluginPrivileges.of(docker, reference, new Credentials(docker, given.client())).asked();
  }

  /** The privileges of a plugin, with options that the closure assigns. */
  public List<?> privileges(String reference, Closure<?> options) {
    return privileges(ClosureOptions.of(options), reference);
  }

  /** Installs a plugin; see {@link #install(Map, Object...)}. */
  public Plugin install(Object... reference) {
    return install(Map.of(), reference);
  }

  /**
   * Installs a plugin from a registry and enables it. It is installed only when all privileges that
   * it asks for are granted: {@code grantAll: true} grants whatever it asks for, {@code grant:
   * ['network']} these whatever their values, {@code grant: [mount: '/dev/fuse']} these values
   * only. GetPluginPrivileges, PluginPull, PluginSet, PluginEnable.
   *
   * <p>Options: {@code grantAll}, {@code grant}, {@code alias} (a name for it here), {@code
   * disable} (do not enable it), {@code settings} (as for {@link Plugin#set(Map)}), {@code auth}
   * ({@code [username: 'me', password: '…']} for the registry), {@code quiet}. A closure at the end
   * is handed every object of the progress.
   *
   * @return the plugin; one whose settings are refused is removed again, one that cannot be enabled
   *     stays
   * @throws UsageException a privilege was not granted; the message has them all, and nothing was
   *     installed
   * @throws dev.gantry.engine.NotFoundException the registry has no such plugin
   * @throws dev.gantry.engine.BadRequestException a plugin of that name is there already
   */
  public Plugin install(Map<String, ?> options, Object... reference) {
    return new PluginTransfer(docker, docker.options("plugin install", options))
        .install(only("install", reference), Options.closureIn(Options.given(reference)));
  }

  /** The one reference among the arguments of a verb. */
  static String only(String verb, Object... arguments) {
    List<String> words = Options.words(Options.given(arguments));
    if (words.size() != 1) {
      throw new UsageException(verb + " wants one plugin reference, got " + words.size());
    }
    return words.get(0);
  }

  /** Creates a plugin; see {@link #create(Map, String, Object)}. */
  public Plugin create(String name, Object source) {
    return create(Map.of(), name, source);
  }

  /**
   * Creates a plugin from its {@code config.json} and the file system in its folder {@code rootfs};
   * it is not enabled. Both are looked for before anything is sent. {@code POST /plugins/create}
   * (PluginCreate).
   *
   * @param source a folder, a tar (a text, a File or a Path), or the bytes of a tar
   * @throws UsageException there is no {@code rootfs}, or no {@code config.json} that is JSON
   */
  public Plugin create(Map<String, ?> options, String name, Object source) {
    docker.options("plugin create", options);
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(Map.of("name", name));
    new PluginContent(docker)
        .sending(
            source,
            body -> {
              parameters.put("body", body);
              return docker.engine().call("PluginCreate", parameters);
            });
    return get(name);
  }

  /** Creates a plugin, with options that the closure assigns. */
  public Plugin create(String name, Object source, Closure<?> options) {
    return create(ClosureOptions.of(options), name, source);
  }
}
