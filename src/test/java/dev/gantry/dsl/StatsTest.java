package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.json.Colors;
import dev.gantry.json.Json;
import dev.gantry.json.Tabular;
import dev.gantry.json.TextTable;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What containers use and do: {@code stats}, {@code top}, {@code diff}. */
@Timeout(60)
class StatsTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-st', network: 'none', detach: true,
        stopTimeout: 0)
      """;

  @Test
  void sumsAreThoseOfTheCli() {
    Map<String, Object> cpu = Map.of("cpu_usage", Map.of("total_usage", 300L));
    Map<String, Object> now =
        Map.of(
            "cpu_usage",
            Map.of("total_usage", 400L, "percpu_usage", List.of(1, 2)),
            "system_cpu_usage",
            2000L);
    Map<String, Object> before =
        Map.of("cpu_usage", cpu.get("cpu_usage"), "system_cpu_usage", 1000L);
    Map<String, Object> memory =
        Map.of("usage", 1000L, "limit", 4000L, "stats", Map.of("inactive_file", 200L));
    Map<String, Object> old =
        Map.of("usage", 1000L, "limit", 0L, "stats", Map.of("total_inactive_file", 300L));

    Map<String, ?> sums =
        new Stats(Map.of("cpu_stats", now, "precpu_stats", before, "memory_stats", memory))
            .withSums();

    assertThat(sums.get("cpuPercent")).isEqualTo(20.0);
    assertThat(sums.get("memoryUsage")).isEqualTo(800L);
    assertThat(sums.get("memoryPercent")).isEqualTo(20.0);
    assertThat(new Stats(Map.of("memory_stats", old)).withSums().get("memoryUsage"))
        .isEqualTo(700L);
    assertThat(Humane.memory(8_200_000_000L)).isEqualTo("7.637GiB");
    assertThat(Humane.memory(0)).isEqualTo("0B");
    assertThat(Humane.transferred(1_260)).isEqualTo("1.26kB");
    assertThat(Humane.transferred(999)).isEqualTo("999B");
  }

  @Test
  void oneReadingIsShownAsARowAndWrittenAsItCame() {
    Map<String, Object> reading = Map.of("id", "14c2405705640000", "name", "/mine");
    Map<String, ?> one = new Stats(reading).withSums();

    assertThat(TextTable.format((Tabular) one, 0, Colors.OFF))
        .startsWith("CONTAINER ID   NAME   CPU %")
        .contains("14c240570564   mine   0.00%");
    assertThat(((Tabular) one).rows().get(0).get("NET I/O")).isEqualTo("0B / 0B");
    assertThat(Json.write(one))
        .startsWith("{")
        .contains("\"14c2405705640000\"", "\"cpuPercent\":0.0");
  }

  @OnEngines
  void wrongOptionIsRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.stats(al: true)"))
        .isEqualTo("unknown option 'al' for stats; did you mean 'all'?");
    assertThat(failure(engine, "docker.stats('dsl-none', al: true)")).startsWith("unknown option");
  }

  @OnEngines
  void containerThatIsNotThereIsRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.stats('dsl-none')")).contains("dsl-none");
  }

  @OnEngines
  void tableHasWhatTheCliShows(TestEngine engine) {
    String cells =
        """
        def rows = docker.stats(all: true).table().rows().findAll { it.NAME == 'dsl-st' }
        def cli = [cli, '-H', docker.host, 'stats', '--no-stream', '--all', '--format',
          '{{.Name}} {{.MemUsage}} {{.NetIO}} {{.PIDs}}'].execute()
        def theirs = cli.text.readLines().find { it.startsWith('dsl-st ') }
        def ours = rows.collect {
          "${it.NAME} ${it['MEM USAGE / LIMIT']} ${it['NET I/O']} ${it.PIDS}".toString()
        }
        // What it uses may change from one reading to the next.
        def steady = { it.replaceAll(/[\\d.]+[KM]iB/, 'some') }
        assert ours.collect(steady) == [steady(theirs)]
        docker.stats('dsl-st')*.name == ['/dsl-st']
        """;
    assertThat(run(engine, Map.of("cli", engine.cli().toString()), SLEEPER + cells))
        .isEqualTo(true);
  }

  @OnEngines
  void readingsComeOneAfterTheOther(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def seen = c.stats(stream: true).withCloseable { [it.next(), it.next()] }
                    def times = []
                    try {
                      c.stats { times << it.read; if (times.size() == 2) throw new IOException('seen') }
                    } catch (IOException e) {
                      times << e.message
                    }
                    [seen*.pids, seen[0].read < seen[1].read, times.size(), times[-1]]
                    """))
        .isEqualTo(List.of(List.of(1L, 1L), true, 3, "seen"));
  }

  @OnEngines
  void processesAreMapsByTheirTitles(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def t = c.top('-o pid,comm')
                    [c.top().collect { it.CMD }, t.titles, t.find { it.COMMAND == 'sleep' } != null]
                    """))
        .isEqualTo(List.of(List.of("sleep 60"), List.of("PID", "COMMAND"), true));
  }

  @OnEngines
  void changesAreNamed(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    c.exec('sh', '-c', 'touch /dsl-new; rm /bin/sh; touch /bin')
                    c.diff().collect { [it.change, it.Path] }.sort { it[1] }
                    """))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(
            List.of("added", "/dsl-new"),
            List.of("modified", "/bin"),
            List.of("deleted", "/bin/sh"));
  }
}
