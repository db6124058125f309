package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.engine.EngineClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verbs of the Docker CLI called on {@code docker}: met with what to type. Nothing is sent. */
class CliCallTest {
  private final Docker docker =
      new Docker(
          new EngineClient(
              request -> {
                throw new AssertionError("sent " + request);
              },
              "unix:///nowhere.sock",
              null),
          new Caller(Path.of(""), Map.of(), Notices.NONE));

  private String failure(String script) {
    ScriptRunner runner =
        new ScriptRunner(new ScriptSettings(Map.of("docker", () -> docker), false, status -> {}));
    return catchThrowableOfType(
            ScriptException.class, () -> runner.run(ScriptSource.expression(script), List.of()))
        .reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "docker.logs('web')                | docker.containers.web.logs()",
        "docker.logs('my-app', tail: 5)    | docker.containers['my-app'].logs(tail: 5)",
        "docker.logs('a', 'b', tail: 5)    | docker.containers.logs('a', 'b', tail: 5)",
        "docker.stop('a', 'b', timeout: 1) | ['a', 'b'].each { docker.containers[it].stop(timeout:"
            + " 1) }",
        "docker.kill('web')                | docker.containers.web.kill()",
        "docker.top('web')                 | docker.containers.web.top()",
        "docker.exec('web', 'ls', '-l')    | docker.containers.NAME.exec(command…)",
        "docker.exec('web', 'ls', '/')     | docker.containers.web.exec('ls', '/')",
        "docker.inspect('web')             | docker.containers.get('web')",
        "docker.inspect('a', 'b')          | docker.containers.get(name)",
        "docker.wait('web')                | docker.containers.web.waitFor()",
        "docker.cp('a', 'web:/b')          | docker.containers.NAME.copyTo(source, path)",
        "docker.pull('busybox')            | docker.images.pull('busybox')",
        "docker.tag('busybox', 'x')        | docker.images.busybox.tag('x')",
        "docker.containers.stop('web')     | docker.containers.web.stop()",
        "docker.volumes.rm('data')         | docker.volumes.data.remove()",
        "docker.networks.connect('a', 'b') | docker.networks.a.connect('b')",
        "docker.rm(docker)                 | docker.containers.NAME.remove()",
        "docker.port('web')                | docker.containers.NAME.ports",
      })
  void callAsOfTheCliIsWrittenAsItIsHere(String script, String call) {
    assertThat(failure(script))
        .startsWith("no such method '")
        .contains("'; " + call + " is what 'docker ");
  }

  @Test
  void whatIsReadTakesNoBrackets() {
    assertThat(failure("docker.volumes()"))
        .isEqualTo("no such method 'Docker.volumes'; 'volumes' is read without brackets");
  }
}
