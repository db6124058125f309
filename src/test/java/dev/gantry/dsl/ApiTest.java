package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static dev.gantry.dsl.DslScript.text;
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
  void closureForAnAnswerThatIsNoStreamIsRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.api.SystemInfo { println it }"))
        .isEqualTo("SystemInfo answers at once and takes no closure: use what it gives");
  }

  @OnEngines
  void closureIsHandedWhatIsStreamed(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def id = docker.api.ContainerCreate(name: 'dsl-a', body: [Image: 'busybox',
                  Cmd: ['sh', '-c', 'read x; echo got $x'], OpenStdin: true, AttachStdin: true]).Id
                docker.api.ContainerAttach(id: id, stream: true, stdin: true) {
                  docker.api.ContainerStart(id: id)
                  it.out().write('it\\n'.bytes)
                }
                docker.api.ContainerWait(id: id)
                def frames = []
                docker.api.ContainerLogs(id: id, stdout: true) { frames << it.source() << it.text() }
                def size = docker.api.ContainerExport(id: id) { it.body().readAllBytes().length }
                [frames, size > 1000]
                """))
        .hasToString("[[OUT, got it\n], true]");
  }

  @OnEngines
  void outputOfATerminalIsHandedToAClosureToo(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def id = docker.api.ContainerCreate(name: 'dsl-a',
                  body: [Image: 'busybox', Tty: true, Cmd: ['echo', 'hi']]).Id
                docker.api.ContainerStart(id: id)
                docker.api.ContainerWait(id: id)
                def text = ''
                docker.api.ContainerLogs(id: id, stdout: true) { text += it.text() }
                text
                """))
        .isEqualTo("hi\r\n");
  }

  @OnEngines
  void helpTellsOfAnOperationAndOfAnObject(TestEngine engine) {
    assertThat(failure(engine, "docker.api.help('ContainerUpdat')"))
        .isEqualTo("unknown operation 'ContainerUpdat'; did you mean 'ContainerUpdate'?");
    assertThat(text(engine, "docker.api.help('ContainerStop').tree()"))
        .contains(
            "does:      stop container '{id}'",
            "request:   POST /containers/{id}/stop",
            "  signal: string in query, since 1.42",
            "  404: ErrorResponse");
    assertThat(text(engine, "docker.api.ContainerUpdate.body.KernelMemory"))
        .isEqualTo("integer/int64, since 1.36, gone since 1.42");
    assertThat(text(engine, "docker.api.help('HostConfig').fields.Annotations"))
        .isEqualTo("{string}, since 1.43");
  }

  @OnEngines
  void operationsAreDataToSearch(TestEngine engine) {
    assertThat(run(engine, "docker.api.operations().size()")).isEqualTo(108);
    assertThat(run(engine, "docker.api.operations().findAll { it.tag == 'Exec' && it.stream }*.id"))
        .isEqualTo(List.of("ExecStart"));
    assertThat(text(engine, "docker.api.find('Container PRUNE')*.id")).contains("ContainerPrune");
    assertThat(run(engine, "docker.api.find('ps_args')*.path"))
        .isEqualTo(List.of("/containers/{id}/top"));
    assertThat(run(engine, "docker.api.find('no such words')")).isEqualTo(List.of());
  }

  @OnEngines
  void whatTheDefinitionsLeaveOutIsThereAsWell(TestEngine engine) {
    assertThat(run(engine, "docker.api.unpublished()*.id.join(' ')"))
        .isEqualTo("BuildCancel CheckpointCreate CheckpointDelete CheckpointList Grpc");
    assertThat(failure(engine, "docker.api.CheckpointList(id: 'dsl-nobody')"))
        .startsWith("Cannot list the checkpoints of container 'dsl-nobody'");
  }

  @OnEngines
  void bodyThatTheApiDoesNotHaveIsRefusedUnlessToldSo(TestEngine engine) {
    assertThat(failure(engine, "docker.api.ContainerCreate(body: [Imge: 'busybox'])"))
        .isEqualTo("unknown field 'Imge' in the body of ContainerCreate; did you mean 'Image'?");
    assertThat(failure(engine, "docker.api(strikt: false)"))
        .isEqualTo("unknown option 'strikt' for api; did you mean 'strict'?");
    assertThat(
            run(
                engine,
                """
                def loose = [name: 'dsl-a', shiny: 1, body: [Image: 'busybox', Shiny: true]]
                docker.api.ContainerCreate(strict: false, *: loose)
                docker.api(strict: false).ContainerCreate(*: loose, name: 'dsl-b')
                docker.ps(all: true, filters: [name: 'dsl-'])*.name.sort()
                """))
        .isEqualTo(List.of("dsl-a", "dsl-b"));
  }
}
