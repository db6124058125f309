package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets a plugin from a registry, with the privileges that were granted to it. */
final class PluginTransfer {
  private final Docker docker;
  private final VerbOptions options;
  private final Credentials credentials;

  PluginTransfer(Docker docker, VerbOptions options) {
    this.docker = docker;
    this.options = options;
    this.credentials = new Credentials(docker, options.client());
  }

  Plugin install(String remote, @Nullable Closure<?> each) {
    Object alias = options.query().get("name");
    transfer("PluginPull", remote, Map.of(), each);
    ImageName reference = ImageName.parse(remote);
    Plugin plugin =
        docker
            .getPlugins()
            .get(
                alias == null
                    ? reference.repository() + ":" + reference.tagOrLatest()
                    : alias.toString());
    configure(plugin);
    return options.is("disable") ? plugin : plugin.enable();
  }

  void upgrade(String name, String remote, @Nullable Closure<?> each) {
    transfer("PluginUpgrade", remote, Map.of("name", name), each);
  }

  private void transfer(
      String operation, String remote, Map<String, String> which, @Nullable Closure<?> each) {
    PluginPrivileges privileges = PluginPrivileges.of(docker, remote, credentials);
    privileges.requireGranted(options);
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(options.query());
    parameters.putAll(which);
    parameters.put("remote", remote);
    parameters.put("body", privileges.asked());
    parameters.put(Credentials.HEADER, credentials.header(ImageName.parse(remote)));
    new Progress(docker, options, each).follow(operation, parameters);
  }

  /** A plugin that is not as it was asked for must not stay behind. */
  private void configure(Plugin plugin) {
    List<String> settings = settings(options);
    if (settings.isEmpty()) {
      return;
    }
    try {
      plugin.set(settings.toArray());
    } catch (GantryException e) {
      plugin.remove();
      throw e;
    }
  }

  /** The option {@code settings} as the daemon wants it: {@code name=value} each. */
  static List<String> settings(VerbOptions options) {
    return Rows.map(options.client().get("settings")).entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .toList();
  }
}
