package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainersTest {
  private static final String TWO =
      """
      docker.containers.create('busybox', 'true', name: 'dsl-one', labels: [tier: 'dsl-web'])
      docker.run('busybox', 'sleep', '60', name: 'dsl-two', detach: true, stopTimeout: 0)
      """;

  @OnEngines
  void missingContainerIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.containers['dsl-nobody']"))
        .isEqualTo(
            "Cannot inspect container 'dsl-nobody': No such container: dsl-nobody"
                + " (404 on GET /containers/dsl-nobody/json, %s)".formatted(engine.host()));
  }

  @OnEngines
  void mistypedNameSendsNothing(TestEngine engine) {
    assertThat(failure(engine, "docker.contaners"))
        .isEqualTo("Docker has no property 'contaners'; did you mean 'containers'?");
    assertThat(failure(engine, "docker.containers.prun()"))
        .isEqualTo("no such method 'Containers.prun'; did you mean 'prune'?");
    assertThat(failure(engine, "docker.ps(5)")).isEqualTo("Docker.ps does not take (Integer)");
  }

  @OnEngines
  void unknownOptionOfListNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, "docker.ps(al: true)"))
        .isEqualTo("unknown option 'al' for ps; did you mean 'all'?");
    assertThat(failure(engine, "docker.ps(all: 'yes')"))
        .isEqualTo("option 'all' of ps wants true or false, got a String");
  }

  @OnEngines
  void listHasRunningOnesAndAllHasEvery(TestEngine engine) {
    assertThat(run(engine, TWO + "docker.ps()*.name.findAll { it.startsWith('dsl-') }"))
        .isEqualTo(List.of("dsl-two"));
    String all = "*.name.findAll { it.startsWith('dsl-') }.sort()";
    assertThat(run(engine, TWO + "docker.ps(all: true)" + all))
        .isEqualTo(List.of("dsl-one", "dsl-two"));
    assertThat(run(engine, TWO + "docker.containers.list { all = true }" + all))
        .isEqualTo(List.of("dsl-one", "dsl-two"));
  }

  @OnEngines
  void listIsNarrowedByFiltersAndLimit(TestEngine engine) {
    assertThat(run(engine, TWO + "docker.ps(all: true, filters: [label: 'tier=dsl-web'])*.name"))
        .isEqualTo(List.of("dsl-one"));
    assertThat(
            run(
                engine,
                TWO
                    + "docker.ps { all = true; filters = [name: 'dsl-', status: ['created']]"
                    + " }*.name"))
        .isEqualTo(List.of("dsl-one"));
    assertThat(run(engine, TWO + "docker.ps(limit: 1)*.name")).isEqualTo(List.of("dsl-two"));
  }

  @OnEngines
  void containerIsFoundByNameIdAndBeginningOfAnId(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.containers.create('busybox', name: 'dslname')
                try {
                  def found = [docker.containers.get('dslname'), docker.containers['dslname'],
                    docker.containers.dslname, docker.containers[c.id],
                    docker.containers.get("${c.id[0..9]}")]
                  found.every { it.id == c.id && it.name == 'dslname' }
                } finally {
                  c.remove()
                }
                """))
        .isEqualTo(true);
  }

  @OnEngines
  void takenNameIsAConflict(TestEngine engine) {
    assertThat(failure(engine, TWO + "docker.containers.create('busybox', name: 'dsl-one')"))
        .startsWith("Cannot create a container: Conflict. The container name \"/dsl-one\" is")
        .contains("(409 on POST /containers/create, ");
  }

  @OnEngines
  void invalidNameIsABadRequest(TestEngine engine) {
    assertThat(failure(engine, "docker.containers.create('busybox', name: 'no name!')"))
        .startsWith("Cannot create a container: Invalid container name (no name!)")
        .contains("(400 on POST /containers/create, ");
  }

  @OnEngines
  void createWantsAnImage(TestEngine engine) {
    assertThat(failure(engine, "docker.containers.create(name: 'dsl-x')"))
        .isEqualTo("create wants an image, such as docker.containers.create('busybox', 'date')");
  }

  @OnEngines
  void createdContainerIsNotStarted(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.containers.create {
                  image = 'busybox'
                  command = ['sleep', '60']
                  name = 'dsl-made'
                  env = [A: 'b', COLOUR: null]
                  memory = '64m'
                }
                [c.status, c.running, c.Config.Cmd, c.Config.Env.findAll { it =~ /^(A|COLOUR)=/ },
                  c.HostConfig.Memory, c.image]
                """))
        .hasToString("[created, false, [sleep, 60], [A=b, COLOUR=blue], 67108864, busybox]");
  }

  @OnEngines
  void pruneRemovesStoppedOnesOnly(TestEngine engine) {
    assertThat(
            run(
                engine,
                TWO
                    + """
                    def one = docker.containers['dsl-one'].id
                    def gone = docker.containers.prune(filters: [label: 'tier=dsl-web'])
                    def again = docker.containers.prune { filters = [label: 'tier=dsl-web'] }
                    [gone.ContainersDeleted == [one], gone.SpaceReclaimed, again.ContainersDeleted,
                      docker.containers['dsl-two'].running]
                    """))
        .hasToString("[true, 0, null, true]");
  }

  @OnEngines
  void listReadsAsATable(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.containers.create('busybox', 'true', name: 'dsl-one')
                def list = docker.ps(all: true, filters: [name: 'dsl-one'])
                [list.columns(), list.rows()[0].NAME, list.rows()[0].IMAGE, list.rows()[0].STATUS]
                """))
        .isEqualTo(
            List.of(
                List.of("CONTAINER ID", "NAME", "IMAGE", "STATUS", "PORTS", "CREATED", "COMMAND"),
                "dsl-one",
                "busybox",
                "Created"));
  }
}
