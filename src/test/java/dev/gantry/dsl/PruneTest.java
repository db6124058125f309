package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PruneTest {

  @OnEngines
  void wrongOptionsAreRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.system.prune(volumes: true, filters: [until: '1h'])"))
        .isEqualTo("option 'filters' of system prune: 'until' does not go with option 'volumes'");
    assertThat(failure(engine, "docker.buildCache.prune(keepStorage: [])"))
        .startsWith("option 'keepStorage' of build prune wants a size such as '512m'");
  }

  @Test
  void personReadsShortIdsAndSizes() {
    String id = "14c240570564".repeat(6).substring(0, 64);
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("ContainersDeleted", null);
    answer.put(
        "ImagesDeleted", List.of(Map.of("Untagged", "a:1"), Map.of("Deleted", "sha256:" + id)));
    answer.put("VolumesDeleted", List.of(id));
    answer.put("SpaceReclaimed", 0);

    Pruned pruned = new Pruned(answer);

    assertThat(pruned).isEqualTo(answer);
    assertThat(pruned.shown())
        .containsEntry("ContainersDeleted", List.of())
        .containsEntry(
            "ImagesDeleted", List.of(Map.of("Untagged", "a:1"), Map.of("Deleted", "14c240570564")))
        .containsEntry("VolumesDeleted", List.of(id))
        .containsEntry("SpaceReclaimed", "0B");
  }

  @OnEngines
  void systemPruneRemovesKindAfterKindAndSumsUp(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def only = [label: [prune: 'dsl']]
                def gone = docker.containers.create('busybox', name: 'dsl-gone', labels: only.label)
                def net = docker.networks.create('dsl-gone', labels: only.label)
                docker.volumes.create('dsl-gone', labels: only.label)
                def pruned = docker.system.prune { filters = only }
                [pruned.ContainersDeleted == [gone.id], pruned.NetworksDeleted,
                  pruned.SpaceReclaimed instanceof Number, pruned.containsKey('ImagesDeleted'),
                  pruned.containsKey('CachesDeleted'), docker.volumes['dsl-gone'].name]
                """))
        .isEqualTo(List.of(true, List.of("dsl-gone"), true, true, true, "dsl-gone"));
  }

  @OnEngines
  void diskUsageIsATableAndTheDaemonsJson(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def usage = docker.df
                def images = usage.rows().find { it.TYPE == 'Images' }
                def rows = docker.system.df(verbose: true)
                [usage.columns(), usage.rows()*.TYPE, images.TOTAL == usage.Images.size(),
                  images.RECLAIMABLE ==~ /.+B \\(\\d+%\\)/, usage.json().contains('LayersSize'),
                  rows.find { it.Name == 'busybox:latest' }.Type, rows[0].keySet() as List]
                """))
        .isEqualTo(
            List.of(
                List.of("TYPE", "TOTAL", "ACTIVE", "SIZE", "RECLAIMABLE"),
                List.of("Images", "Containers", "Local Volumes", "Build Cache"),
                true,
                true,
                true,
                "image",
                List.of("Type", "Name", "Size", "Active")));
  }

  @OnEngines
  void buildCacheIsListedAndPruned(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.buildCache.prune(all: true)
                def kept = docker.buildCache.list()
                [kept.columns()[0], kept.size() == kept.rows().size(),
                  docker.buildCache.prune().SpaceReclaimed]
                """))
        .isEqualTo(List.of("CACHE ID", true, 0));
  }
}
