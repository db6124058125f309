package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** The logs of several containers as one stream. */
@Timeout(120)
class ManyLogsTest {
  private static final String TWO =
      """
      ['a', 'longer'].each { name ->
        docker.run('busybox', 'sh', '-c', "echo one of $name; echo two >&2",
            name: 'dsl-' + name, detach: true).waitFor()
      }
      """;

  @OnEngines
  void nameThatIsNotThereFailsBeforeAnythingIsRead(TestEngine engine) {
    assertThat(DslScript.failure(engine, TWO + "docker.containers.logs('dsl-a', 'dsl-nonesuch')"))
        .containsIgnoringCase("no such container");
    assertThat(DslScript.failure(engine, "docker.containers.logs(follow: true)"))
        .startsWith("logs of several containers wants their names");
    assertThat(DslScript.failure(engine, TWO + "docker.containers.logs('dsl-a', folow: true)"))
        .contains("unknown option 'folow'", "did you mean 'follow'");
  }

  @OnEngines
  void linesTellWhoseTheyAre(TestEngine engine) {
    assertThat(
            (List<?>)
                DslScript.run(
                    engine, TWO + "docker.containers.logs('dsl-a', 'dsl-longer').toList()"))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "dsl-a      | one of a",
            "dsl-a      | two",
            "dsl-longer | one of longer",
            "dsl-longer | two");
  }

  @OnEngines
  void followingEndsWithTheLastOfThem(TestEngine engine) {
    String follow =
        """
        def first = docker.run('busybox', 'sh', '-c', 'echo up; sleep 1; echo down >&2', name: 'dsl-a', detach: true)
        def lines = []
        docker.containers.logs(first, 'dsl-longer', follow: true) { lines << it.json().replaceAll(/\\s/, '') }
        lines
        """;
    assertThat((List<?>) DslScript.run(engine, TWO.replace("'a', ", "") + follow))
        .extracting(Object::toString)
        .hasSize(4)
        .anyMatch(
            line -> line.contains("\"stream\":\"err\"") && line.contains("\"text\":\"down\""));
  }

  @OnEngines
  void interruptEndsFollowing(TestEngine engine) {
    String follow =
        """
        docker.run('busybox', 'sh', '-c', 'echo up; sleep 300', name: 'dsl-a', detach: true)
        def end = null
        def seen = new java.util.concurrent.CountDownLatch(1)
        def follower = Thread.start {
          try {
            docker.containers.logs('dsl-a', follow: true) { seen.countDown() }
            end = 'came to an end'
          } catch (e) {
            end = e.message
          }
        }
        assert seen.await(60, java.util.concurrent.TimeUnit.SECONDS)
        follower.interrupt()
        follower.join()
        end
        """;
    assertThat(DslScript.text(engine, follow)).isEqualTo("following logs was cancelled");
  }
}
