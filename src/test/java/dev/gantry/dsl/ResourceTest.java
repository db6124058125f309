package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.requests;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** What is fetched when: rows are enough for a listing, and full JSON is fetched once. */
@Timeout(60)
class ResourceTest {
  private static final String ONE =
      "docker.containers.create('busybox', 'true', name: 'dsl-one', labels: [a: 'dsl'])\n";

  /** Forgets what was sent to prepare the test. */
  private static final String FROM_HERE = "sent.clear()\n";

  @OnEngines
  void unknownFieldNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, ONE + "docker.containers['dsl-one'].Statee"))
        .isEqualTo("container dsl-one has no 'Statee'; did you mean 'State'?");
    assertThat(failure(engine, ONE + "docker.containers['dsl-one'].restartPolicy"))
        .isEqualTo(
            "container dsl-one has no 'restartPolicy'; did you mean 'HostConfig.RestartPolicy'?");
    assertThat(failure(engine, ONE + "docker.containers['dsl-one'].restart"))
        .endsWith(
            "restart() calls it; what the option 'restart' sets is read by"
                + " 'HostConfig.RestartPolicy'");
    assertThat(failure(engine, "docker.images.busybox.Archtecture"))
        .isEqualTo("image busybox:latest has no 'Archtecture'; did you mean 'Architecture'?");
  }

  @OnEngines
  void listingOfManyIsOneRequestAndThePing(TestEngine engine) {
    assertThat(
            requests(
                engine,
                """
                30.times { docker.containers.create('busybox', 'true', name: "dsl-many-$it") }
                """
                    + FROM_HERE
                    + """
                    def list = docker.ps(all: true, filters: [name: 'dsl-many'])
                    assert list.rows().size() == 30
                    assert list.toJson().size() == 30
                    assert list.every { it.name && it.image && it.status == 'created' && it.created }
                    assert list.every { it.labels == [:] && it.ports == [:] && it.ip == '' }
                    assert list*.toString().every { it.contains('dsl-many') }
                    """))
        .hasSize(1)
        .allMatch(request -> request.contains("/containers/json?"));
    assertThat(requests(engine, "docker.ps(all: true).rows()"))
        .hasSize(2)
        .first()
        .isEqualTo("GET /_ping");
  }

  @OnEngines
  void otherListingsAreOneRequestToo(TestEngine engine) {
    assertThat(
            requests(
                engine,
                "docker.volumes.list()\n"
                    + FROM_HERE
                    + """
                    [docker.images.list(), docker.networks.list(), docker.volumes.list()].each {
                      it.rows()
                      it.toJson()
                      it*.toString()
                    }
                    """))
        .hasSize(3);
  }

  @OnEngines
  void fieldThatTheRowLacksIsFetchedOnce(TestEngine engine) {
    assertThat(
            requests(
                engine,
                ONE
                    + "def c = docker.ps(all: true, filters: [name: 'dsl-one'])[0]\n"
                    + FROM_HERE
                    + """
                    assert c.Id && c.Names == ['/dsl-one'] && c.Labels == [a: 'dsl']
                    assert sent.empty
                    assert c.Config.Cmd == ['true'] && c.HostConfig && c.State.Status == 'created'
                    assert c.Config.Labels == [a: 'dsl'] && c.attrs.Id == c.id && c.toJson().Id
                    """))
        .singleElement()
        .asString()
        .matches("GET /v[\\d.]+/containers/[0-9a-f]{64}/json");
  }

  @OnEngines
  void fieldsMeanTheSameInRowAndFullJson(TestEngine engine) {
    assertThat(
            run(
                engine,
                ONE
                    + """
                    def row = docker.ps(all: true, filters: [name: 'dsl-one'])[0]
                    def full = docker.containers['dsl-one']
                    ['id', 'name', 'image', 'status', 'labels', 'ports', 'ip', 'running'].findAll {
                      row."$it" != full."$it"
                    }
                    """))
        .isEqualTo(List.of());
  }

  @OnEngines
  void containerThatVanishedDoesNotBreakTheListing(TestEngine engine) {
    assertThat(
            run(
                engine,
                ONE
                    + """
                    def list = docker.ps(all: true, filters: [name: 'dsl-one'])
                    docker.containers['dsl-one'].remove()
                    def error = ''
                    try {
                      list[0].HostConfig
                    } catch (dev.gantry.engine.NotFoundException e) {
                      error = e.message
                    }
                    [list.rows()*.NAME, list.toJson()*.Names, "${list[0]}".contains('dsl-one'),
                      error.startsWith("Cannot inspect container '${list[0].shortId}': No such container")]
                    """))
        .isEqualTo(List.of(List.of("dsl-one"), List.of(List.of("/dsl-one")), true, true));
  }

  @OnEngines
  void rowOfAChangedContainerIsForgotten(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.run('busybox', 'sleep', '60', name: 'dsl-one', detach: true)
                def row = docker.ps(filters: [name: 'dsl-one'])[0]
                row.kill()
                row.waitFor()
                [row.status, row.name]
                """))
        .isEqualTo(List.of("exited", "dsl-one"));
  }

  @OnEngines
  void sortedListStaysATable(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                ['b', 'a', 'c'].each { docker.containers.create('busybox', name: "dsl-$it") }
                def list = docker.ps(all: true, filters: [name: 'dsl-'])
                def sorted = list.sort { it.name }
                [sorted*.name, sorted.rows()*.NAME, sorted.class.simpleName,
                  docker.images.busybox.tags.sort()]
                """))
        .hasToString(
            "[[dsl-a, dsl-b, dsl-c], [dsl-a, dsl-b, dsl-c], ResourceList, [busybox:latest]]");
  }
}
