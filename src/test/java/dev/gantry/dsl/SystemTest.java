package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemTest {

  @OnEngines("20")
  void optionOfNewerEnginesSaysSinceWhen(TestEngine engine) {
    assertThat(failure(engine, "docker.system.df(type: 'image')"))
        .isEqualTo("option 'type' of df needs API 1.42, and 1.41 is spoken");
  }

  @OnEngines("28")
  void diskUsageCanBeNarrowed(TestEngine engine) {
    assertThat(run(engine, "docker.system.df { type = 'volume' }.Images")).isNull();
    assertThat(run(engine, "docker.system.df(type: 'image').Images.size() > 0")).isEqualTo(true);
  }

  @OnEngines
  void engineTellsOfItself(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                [docker.ping().OSType, docker.info.OSType, docker.system.info().ID == docker.info.ID,
                  docker.version.ApiVersion == docker.ping().ApiVersion,
                  docker.system.version().Version == docker.version.Version,
                  docker.system.ping() == docker.ping(), docker.df.LayersSize > 0,
                  docker.system.df().Images.size() > 0]
                """))
        .isEqualTo(List.of("linux", "linux", true, true, true, true, true, true));
  }

  @OnEngines
  void theSameEngineIsReachedOverTcp(TestEngine engine) {
    assumeThat(engine.tcpHost()).isPresent();
    String jobs =
        """
        [docker.info.ID, docker.images.list()*.id, docker.get('/images/json')*.Id,
          docker.images.busybox.inspect().Id, docker.get("/images/${docker.images.busybox.id}/json").Id]
        """;
    assertThat(DslScript.at(engine.tcpHost().orElseThrow(), jobs))
        .isEqualTo(DslScript.at(engine.host(), jobs));
  }

  @OnEngines
  void eventsOfThePastEnd(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.volumes.create('dsl-past')
                def only = [volume: 'dsl-past']
                def heard = []
                docker.events(since: '1m', until: '0s', filters: only) { heard << it.Action }
                [heard, docker.events(since: '1m', until: '0s', filters: only)*.Action,
                  docker.system.events(since: '1m', until: '0s', filters: only)*.Type]
                """))
        .isEqualTo(List.of(List.of("create"), List.of("create"), List.of("volume")));
  }

  @OnEngines
  void eventsToComeAreHeardAsTheyHappen(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.events(filters: [type: 'volume', volume: 'dsl-event']).withCloseable {
                  Thread.start { docker.volumes.create('dsl-event') }
                  it.next().Action
                }
                """))
        .isEqualTo("create");
  }
}
