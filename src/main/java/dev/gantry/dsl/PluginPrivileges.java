package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.Grants;
import dev.gantry.dsl.options.VerbOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The privileges that a plugin asks for. The daemon installs it only when it is sent exactly these
 * (moby v28.5.2, daemon/pkg/plugin/manager.go, validatePrivileges).
 */
final class PluginPrivileges {
  private final Docker docker;
  private final String plugin;
  private final List<Map<String, @Nullable Object>> asked;

  private PluginPrivileges(
      Docker docker, String plugin, List<Map<String, @Nullable Object>> asked) {
    this.docker = docker;
    this.plugin = plugin;
    this.asked = asked;
  }

  /** Asks the registry, by the daemon. */
  static PluginPrivileges of(Docker docker, String remote, Credentials credentials) {
    String header = credentials.header(ImageName.parse(remote));
    Object answer =
        docker
            .engine()
            .call("GetPluginPrivileges", Map.of("remote", remote, Credentials.HEADER, header));
    return new PluginPrivileges(docker, remote, Rows.list(Rows.of(answer)));
  }

  List<Map<String, @Nullable Object>> asked() {
    return asked;
  }

  /** Refuses what was not granted, and says what is granted. */
  void requireGranted(VerbOptions options) {
    Grants grants = Grants.of(options);
    List<Map<String, @Nullable Object>> missing =
        asked.stream().filter(one -> !grants.allow(name(one), values(one))).toList();
    if (!missing.isEmpty()) {
      throw refusal(missing);
    }
    if (!asked.isEmpty() && !options.is("quiet")) {
      docker.notices().say("plugin '%s' gets: %s".formatted(plugin, described(asked)));
    }
  }

  private UsageException refusal(List<Map<String, @Nullable Object>> missing) {
    String grants =
        asked.stream()
            .map(one -> "'" + name(one) + "': " + quoted(values(one)))
            .collect(Collectors.joining(", "));
    return new UsageException(
        "plugin '%s' asks for privileges that are not granted, nothing was installed: %s. Grant each"
                .formatted(plugin, described(missing))
            + " by grant: [%s], or whatever it asks for by grantAll: true".formatted(grants));
  }

  private static String described(List<Map<String, @Nullable Object>> privileges) {
    return privileges.stream()
        .map(
            one ->
                "%s (%s): %s"
                    .formatted(
                        name(one),
                        Rows.text(one.get("Description")),
                        String.join(", ", values(one))))
        .collect(Collectors.joining("; "));
  }

  private static String quoted(List<String> values) {
    String all = values.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
    return values.size() == 1 ? all : "[" + all + "]";
  }

  private static String name(Map<String, @Nullable Object> privilege) {
    return Rows.text(privilege.get("Name"));
  }

  private static List<String> values(Map<String, @Nullable Object> privilege) {
    return Rows.texts(privilege.get("Value"));
  }
}
