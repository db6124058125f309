package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens on an engine. */
@Timeout(60)
class EventsTest {

  @Test
  void eventReadsAsTheCliWritesIt() {
    Event event =
        new Event(
            Map.of(
                "Type",
                "container",
                "Action",
                "die",
                "Actor",
                Map.of("ID", "ab".repeat(32), "Attributes", Map.of("name", "web", "exitCode", "3")),
                "timeNano",
                1_700_000_000_000_000_001L));

    assertThat(event.getTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 1));
    assertThat(event)
        .hasToString(
            "2023-11-14T22:13:20.000000001Z container die abababababab (exitCode=3, name=web)");
  }

  @OnEngines
  void eventHasItsWordsAndTheDaemonsFields(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'exit 3', name: 'dsl-ev', detach: true,
                  labels: [tier: 'web'])
                def seen = []
                docker.events(since: '1m', filters: [container: 'dsl-ev', event: 'die']).withCloseable {
                  seen << it.next()
                }
                def e = seen[0]
                [e.type, e.action, e.id == c.id, e.name, e.attributes.exitCode, e.attributes.tier,
                  e.Actor.ID == c.id, e.json().contains('"die"'),
                  e.time > java.time.Instant.now().minusSeconds(60)]
                """))
        .isEqualTo(List.of("container", "die", true, "dsl-ev", "3", "web", true, true, true));
  }
}
