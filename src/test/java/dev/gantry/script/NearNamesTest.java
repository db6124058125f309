package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** A name that the engine has not, at the prompt: it is met with one that it has. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NearNamesTest {
  @OnEngines
  void nameThatIsNotThereIsMetWithANearOne(TestEngine engine) {
    Docker docker = new Docker(engine.client(), new Caller(Path.of(""), Map.of(), Notices.NONE));
    Session session =
        new Session(new ScriptSettings(Map.of("docker", () -> docker), false, status -> {}));
    session.evaluate("near = docker.volumes.create('dsl-nearly')");
    session.evaluate("docker.containers.create('busybox', name: 'dsl-nearby')");
    try {
      assertThat(failure(session, "docker.volumes['dsl-neraly']"))
          .contains("/volumes/dsl-neraly", "; did you mean 'dsl-nearly'?\n  at gantry:");
      assertThat(failure(session, "docker.containers.'dsl-naerby'.logs()"))
          .contains("; did you mean 'dsl-nearby'?\n");
      assertThat(failure(session, "docker.images.busibox")).contains("; did you mean 'busybox'?");
      assertThat(failure(session, "docker.containers.zzzzzzzzzzz")).doesNotContain("did you mean");
    } finally {
      session.evaluate("near.remove(); docker.containers.'dsl-nearby'.remove()");
    }
  }

  @OnEngines
  void verbWithoutBracketsIsExplained(TestEngine engine) {
    Docker docker = new Docker(engine.client(), new Caller(Path.of(""), Map.of(), Notices.NONE));
    Session session =
        new Session(new ScriptSettings(Map.of("docker", () -> docker), false, status -> {}));
    assertThat(failure(session, "docker.ps"))
        .startsWith("'ps' of Docker is a verb: ps(…) calls it");
    assertThat(failure(session, "docker.containers.list"))
        .startsWith("'list' of docker.containers is a verb: list() calls it");
    assertThat(failure(session, "docker.images.busybox.history"))
        .containsPattern("^'history' of image \\S+ is a verb: history\\(\\) calls it");
  }

  private static String failure(Session session, String entry) {
    return ((Outcome.Failed) session.evaluate(entry)).message();
  }
}
