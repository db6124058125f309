package dev.gantry.dsl.options;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Field;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import dev.gantry.engine.Schemas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An option is refused by its own name where the version that is spoken lacks what it stands for:
 * the tables of options know as much of versions as the catalogue does.
 */
class OptionVersionsTest {
  /** The engines that there are speak these; what came and went in between, both sides of it. */
  private static final List<ApiVersion> VERSIONS =
      Stream.of(
              "1.41", "1.42", "1.43", "1.44", "1.45", "1.46", "1.47", "1.48", "1.49", "1.50",
              "1.51", "1.52", "1.53", "1.54", "1.55", "1.56")
          .map(ApiVersion::parse)
          .toList();

  private static final Map<String, String> OPERATIONS =
      Map.ofEntries(
          entry("attach", "ContainerAttach"),
          entry("build", "ImageBuild"),
          entry("build prune", "BuildPrune"),
          entry("checkpoint create", "CheckpointCreate"),
          entry("commit", "ImageCommit"),
          entry("config create", "ConfigCreate"),
          entry("configs", "ConfigList"),
          entry("container inspect", "ContainerInspect"),
          entry("container prune", "ContainerPrune"),
          entry("container stats", "ContainerStats"),
          entry("create", "ContainerCreate"),
          entry("df", "SystemDataUsage"),
          entry("events", "SystemEvents"),
          entry("exec", "ContainerExec"),
          entry("image inspect", "ImageInspect"),
          entry("image prune", "ImagePrune"),
          entry("images", "ImageList"),
          entry("import", "ImageCreate"),
          entry("load", "ImageLoad"),
          entry("logs", "ContainerLogs"),
          entry("network connect", "NetworkConnect"),
          entry("network create", "NetworkCreate"),
          entry("network disconnect", "NetworkDisconnect"),
          entry("network inspect", "NetworkInspect"),
          entry("network prune", "NetworkPrune"),
          entry("networks", "NetworkList"),
          entry("node rm", "NodeDelete"),
          entry("node update", "NodeUpdate"),
          entry("nodes", "NodeList"),
          entry("plugin disable", "PluginDisable"),
          entry("plugin enable", "PluginEnable"),
          entry("plugin install", "PluginPull"),
          entry("plugin rm", "PluginDelete"),
          entry("plugins", "PluginList"),
          entry("ps", "ContainerList"),
          entry("pull", "ImageCreate"),
          entry("push", "ImagePush"),
          entry("restart", "ContainerRestart"),
          entry("rm", "ContainerDelete"),
          entry("rmi", "ImageDelete"),
          entry("run", "ContainerCreate"),
          entry("search", "ImageSearch"),
          entry("secret create", "SecretCreate"),
          entry("secrets", "SecretList"),
          entry("service create", "ServiceCreate"),
          entry("service logs", "ServiceLogs"),
          entry("service update", "ServiceUpdate"),
          entry("services", "ServiceList"),
          entry("session", "Session"),
          entry("start", "ContainerStart"),
          entry("stop", "ContainerStop"),
          entry("swarm init", "SwarmInit"),
          entry("swarm join", "SwarmJoin"),
          entry("swarm leave", "SwarmLeave"),
          entry("swarm update", "SwarmUpdate"),
          entry("tasks", "TaskList"),
          entry("update", "ContainerUpdate"),
          entry("volume create", "VolumeCreate"),
          entry("volume prune", "VolumePrune"),
          entry("volume rm", "VolumeDelete"),
          entry("volume update", "VolumeUpdate"),
          entry("volumes", "VolumeList"),
          entry("waitFor", "ContainerWait"));

  private static Collection<Option> options(String verb) {
    return switch (verb) {
      case "run", "create" -> RunOptions.table(verb).options();
      case "service create", "service update" -> ServiceOptions.table(verb).options();
      default -> VerbOptions.table(verb).options();
    };
  }

  @Test
  void everyOptionIsThereInTheVersionsThatHaveWhatItStandsFor() {
    List<String> wrong = new ArrayList<>();
    OPERATIONS.forEach(
        (verb, id) -> {
          Operation operation = Catalogue.shipped().operation(id);
          for (Option option : options(verb)) {
            for (ApiVersion version : VERSIONS) {
              boolean has = has(operation, option, version);
              boolean takes = takes(option, version);
              if (has != takes) {
                wrong.add(
                    "%s: '%s' in %s, and the catalogue has it: %s"
                        .formatted(verb, option.name(), version, has));
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  private static boolean takes(Option option, ApiVersion version) {
    return option.since().map(since -> !version.isBefore(ApiVersion.parse(since))).orElse(true)
        && option.until().map(last -> version.compareTo(ApiVersion.parse(last)) <= 0).orElse(true);
  }

  private static boolean has(Operation operation, Option option, ApiVersion version) {
    if (option.isQuery()) {
      Optional<Parameter> parameter = operation.parameter(option.target().substring(1));
      return parameter.map(it -> it.isIn(version)).orElse(false);
    }
    return operation.isIn(version)
        && (option.addsToBody()
            || option.fields().stream().allMatch(path -> has(operation.body(), path, version)));
  }

  private static boolean has(String schema, String path, ApiVersion version) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<Field> field = Schemas.named(schema).field(name, version);
    return field.isPresent()
        && (dot < 0 || has(field.get().type(), path.substring(dot + 1), version));
  }
}
