package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Container;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Images;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences, exactly as a person reads them. */
class ScriptErrorTest {
  private final ScriptFixture fixture = new ScriptFixture();

  @Test
  void syntaxErrorShowsPlaceAndLineAndCaret() {
    assertThat(fixture.failure("def a = 1\n  println (a +\nprintln a\n"))
        .hasMessage(
            """
            jobs/nightly.groovy:3:10: Missing ')'
                println a
                         ^\
            """);
  }

  @Test
  void unknownClassShowsItsPlace() {
    assertThat(fixture.failure("import foo.Bar\nnew Bar()"))
        .hasMessage(
            """
            jobs/nightly.groovy:1:8: unable to resolve class foo.Bar
                import foo.Bar
                       ^\
            """);
  }

  @Test
  void exceptionNamesItsTypeAndTheInnermostLineOfTheScript() {
    ScriptException failure =
        fixture.failure("def go() {\n  [1].each { throw new IOException('disk full') }\n}\ngo()");
    assertThat(failure)
        .hasMessage(
            """
            IOException: disk full
              at jobs/nightly.groovy:2
                [1].each { throw new IOException('disk full') }\
            """);
    assertThat(failure.file()).isEqualTo("jobs/nightly.groovy");
    assertThat(failure.line()).isEqualTo(2);
    assertThat(failure.reason()).isEqualTo("IOException: disk full");
  }

  @Test
  void ownExceptionSpeaksForItself() {
    assertThat(fixture.failure("throw new dev.gantry.UsageException('no such container: web')"))
        .hasMessageStartingWith("no such container: web\n  at jobs/nightly.groovy:1\n");
  }

  @Test
  void failedAssertionShowsTheValues() {
    assertThat(fixture.failure("def x = 3\nassert x == 4"))
        .hasMessage(
            """
            assertion failed
              at jobs/nightly.groovy:2
                assert x == 4
                       | |
                       3 false\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "dokcer.ps()           | no such variable 'dokcer'; did you mean 'docker'?",
        "prinltn 'x'           | no such method 'prinltn'; did you mean 'println'?",
        "'x'.toUperCase()      | no such method 'String.toUperCase'; did you mean 'toUpperCase'?",
        "'x'.substring('a', 1) | String.substring does not take (String, Integer)",
        "new Date().tme        | Date has no property 'tme'; did you mean 'time'?",
        "null.foo()            | NullPointerException: Cannot invoke method foo() on null object",
      })
  void wrongNameGetsOneSentence(String script, String sentence) {
    assertThat(fixture.failure(script).reason()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ps | docker.ps() is what 'docker ps' does here, see ?docker.ps",
        "docker ps -a | docker.ps() is what 'docker ps' does here, see ?docker.ps",
        "ps() | docker.ps() is what 'docker ps' does here, see ?docker.ps",
        "ls | docker.containers.list() is what 'docker container ls' does here,"
            + " see ?docker.containers.list",
        "docker exec web ls | docker.containers.NAME.exec(command…) is what"
            + " 'docker exec NAME COMMAND' does here, see ?container.exec",
        "docker logs -f web | docker.containers.NAME.logs() is what 'docker logs NAME' does here,"
            + " see ?container.logs",
        "docker images | docker.images.list() is what 'docker image ls' does here,"
            + " see ?docker.images.list",
        "docker rmi web | docker.images.NAME.remove() is what 'docker rmi NAME' does here,"
            + " see ?image.remove",
        "docker inspect web | docker.containers.get(name) is what 'docker container inspect NAME'"
            + " does here, see ?docker.containers.get",
      })
  void wordOfTheDockerCliLeadsToTheVerb(String script, String hint) {
    assertThat(fixture.failure(script).reason()).startsWith("no such ").endsWith("'; " + hint);
  }

  @ParameterizedTest
  @CsvSource({
    "rm,   docker.containers.NAME.remove()",
    "logs, docker.containers.NAME.logs()",
    "ls,   docker.containers.list()",
  })
  void dockerLacksWhatItsContainersHave(String name, String call) {
    assertThat(MissingNames.method(new MissingMethodException(name, Docker.class, new Object[0])))
        .startsWith("no such method 'Docker." + name + "'; " + call + " is what 'docker ");
    assertThat(MissingNames.property(new MissingPropertyException(name, Docker.class), List.of()))
        .startsWith("Docker has no property '" + name + "'; " + call);
  }

  @Test
  void wordOfTheCliLeadsToTheVerbOfTheSameThing() {
    assertThat(MissingNames.method(new MissingMethodException("ls", Images.class, new Object[0])))
        .isEqualTo(
            "no such method 'Images.ls'; docker.images.list() is what 'docker image ls' does here,"
                + " see ?docker.images.list");
    assertThat(MissingNames.method(new MissingMethodException("cp", Container.class, null)))
        .startsWith(
            "no such method 'Container.cp'; docker.containers.NAME.copyTo(source, path) is");
  }

  @Test
  void grabIsRefusedUnlessAllowed() {
    assertThat(fixture.failure("@Grab('a:b:1')\nimport a.B\nnew B()"))
        .hasMessage(
            """
            jobs/nightly.groovy:1:1: @Grab downloads libraries and is off; run gantry with --grab
                @Grab('a:b:1')
                ^\
            """);
  }
}
