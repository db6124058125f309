package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApiTest {

  @OnEngines
  void unknownOperationNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, "docker.api.ContainerTp(id: 'x')"))
        .isEqualTo("unknown operation 'ContainerTp'; did you mean 'ContainerTop'?");
    assertThat(failure(engine, "docker.api.ContainrTop"))
        .isEqualTo("unknown operation 'ContainrTop'; did you mean 'ContainerTop'?");
  }

  @OnEngines
  void unknownOrMissingParameterIsRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.api.ContainerTop(id: 'x', psargs: 'aux')"))
        .isEqualTo("unknown parameter 'psargs' for ContainerTop; did you mean 'ps_args'?");
    assertThat(failure(engine, "docker.api.ContainerTop()"))
        .isEqualTo("parameter 'id' of ContainerTop is missing");
    assertThat(failure(engine, "docker.api.ContainerTop('x')"))
        .isEqualTo("ContainerTop takes named parameters, such as (id: 'web'), got: x");
  }

  @OnEngines
  void errorOfAnOperationIsInTheDaemonsWords(TestEngine engine) {
    assertThat(failure(engine, "docker.api.ContainerTop(id: 'dsl-nobody')"))
        .isEqualTo(
            "Cannot list the processes of container 'dsl-nobody': No such container: dsl-nobody"
                + " (404 on GET /containers/dsl-nobody/top, %s)".formatted(engine.host()));
  }

  @OnEngines
  void everyKindOfAnswerHasItsShape(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def id = docker.api.ContainerCreate(name: 'dsl-a',
                  body: [Image: 'busybox', Cmd: ['echo', 'hi']]).Id
                def started = docker.api.ContainerStart(id: id)
                def status = docker.api.ContainerWait(id: id).StatusCode
                def logs = docker.api.ContainerLogs(id: id, stdout: true).withCloseable {
                  it.bodyBytes(100)[-3..-1] as byte[]
                }
                def events = []
                docker.api.SystemEvents(since: '0', until: '1') { events << it }
                [started, status, new String(logs), events, docker.api.SystemPing(),
                  docker.api.ContainerDelete(id: id)]
                """))
        .hasToString("[true, 0, hi\n, [], OK, true]");
  }

  @OnEngines
  void operationTellsOfItself(TestEngine engine) {
    assertThat(run(engine, "docker.api.ContainerTop.with { [method, path, parameters] }"))
        .isEqualTo(List.of("GET", "/containers/{id}/top", List.of("id", "ps_args")));
    assertThat(run(engine, "docker.api.operations.size()")).isEqualTo(108);
  }
}
