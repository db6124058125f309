package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RawCallsTest {

  @OnEngines
  void pathThatDoesNotExistIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.get('/nothing/here')"))
        .isEqualTo(
            "Cannot GET /nothing/here: page not found (404 on GET /nothing/here, %s)"
                .formatted(engine.host()));
  }

  @OnEngines
  void bodyOfTheWrongTypeIsRefusedByTheDaemon(TestEngine engine) {
    assertThat(failure(engine, "docker.post('/containers/create', body: 'x')"))
        .startsWith("Cannot POST /containers/create: ")
        .contains("cannot unmarshal string")
        .contains(engine.kind().equals("20") ? "(500 on POST" : "(400 on POST");
  }

  @OnEngines
  void seedJobsOfCurlAreOneLineEach(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def image = docker.images.list().find { 'busybox:latest' in it.tags }
                [docker.get('/info').OSType, docker.get('/images/json')*.RepoTags.flatten(),
                  docker.get("/images/$image.id/json").Id == image.id,
                  docker.images[image.id].inspect().RepoTags, docker.get('info').ID == docker.info.ID]
                """))
        .isEqualTo(
            List.of("linux", List.of("busybox:latest"), true, List.of("busybox:latest"), true));
  }

  @OnEngines
  void queryParametersMayBeMaps(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.containers.create('busybox', name: 'dsl-raw', labels: [a: 'dsl'])
                [docker.get('/containers/json', all: true, filters: [label: ['a=dsl']])*.Names,
                  docker.get('/containers/json', filters: [label: ['a=dsl']])]
                """))
        .isEqualTo(List.of(List.of(List.of("/dsl-raw")), List.of()));
  }

  @OnEngines
  void anythingIsCreatedAndRemoved(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def made = docker.post('/volumes/create', body: [Name: 'dsl-raw'])
                [made.Name, docker.delete('/volumes/dsl-raw'),
                  docker.get('/volumes', filters: [name: ['dsl-raw']]).Volumes ?: []]
                """))
        .hasToString("[dsl-raw, null, []]");
  }

  @OnEngines
  void headGivesTheHeaders(TestEngine engine) {
    assertThat(run(engine, "docker.head('/_ping')['Api-Version']"))
        .hasToString(engine.apiVersion().toString());
  }

  @OnEngines
  void archiveIsPutAndGotAsBytes(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("tar", SmallTar.of("hello", "hi\n")),
                """
                docker.containers.create('busybox', name: 'dsl-raw')
                docker.put('/containers/dsl-raw/archive', path: '/tmp', body: tar)
                def got = docker.get('/containers/dsl-raw/archive', path: '/tmp/hello')
                [got instanceof byte[], new String(got, 512, 3)]
                """))
        .isEqualTo(List.of(true, "hi\n"));
  }

  @OnEngines
  void objectsOneAfterTheOtherGoToTheClosure(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.volumes.create('dsl-told')
                def heard = []
                def now = System.currentTimeMillis().intdiv(1000)
                docker.get('/events', since: now - 60, until: now + 1,
                  filters: [volume: ['dsl-told']]) { heard << it.Action }
                heard
                """))
        .isEqualTo(List.of("create"));
  }
}
