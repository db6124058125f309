package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CheckpointsTest {

  @OnEngines
  void unknownOptionNamesTheNearest(TestEngine engine) {
    assertThat(
            DslScript.failure(
                engine,
                """
                docker.containers.create('busybox', name: 'dsl-c').checkpoint('one', exits: true)
                """))
        .isEqualTo("unknown option 'exits' for checkpoint create; did you mean 'exit'?");
  }

  @OnEngines
  void missingCheckpointIsNeitherRemovedNorStartedFrom(TestEngine engine) {
    String made = "def c = docker.containers.create('busybox', name: 'dsl-c'); ";
    assertThat(DslScript.failure(engine, made + "c.checkpoints.remove('one')"))
        .startsWith("Cannot remove checkpoint 'one' of container '")
        .contains("checkpoint one does not exist for container ");
    assertThat(DslScript.failure(engine, made + "c.start { checkpoint = 'one' }"))
        .startsWith("Cannot start container '");
  }

  @OnEngines
  void stoppedContainerHasNothingToSave(TestEngine engine) {
    assertThat(
            DslScript.failure(
                engine,
                """
                docker.containers.create('busybox', name: 'dsl-c').checkpoint('one') { exit = true }
                """))
        .startsWith("Cannot make a checkpoint of container '")
        .contains("not running");
  }

  @OnEngines
  void containerWithoutCheckpointsHasAnEmptyList(TestEngine engine) {
    assertThat(
            DslScript.run(
                engine, "docker.containers.create('busybox', name: 'dsl-c').checkpoints.list()"))
        .hasToString("[]");
  }
}
