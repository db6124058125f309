package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunTest {

  @OnEngines
  void unknownOptionNamesTheNearest(TestEngine engine) {
    String sentence = "unknown option 'enviroment' for run; did you mean 'env'?";
    assertThat(failure(engine, "docker.run('busybox', enviroment: [A: 1])")).isEqualTo(sentence);
    assertThat(failure(engine, "docker.run('busybox') { enviroment = [A: 1] }"))
        .isEqualTo(sentence);
  }

  @OnEngines
  void valueOfTheWrongTypeIsRefused(TestEngine engine) {
    assertThat(failure(engine, "docker.run('busybox', memory: [1])"))
        .isEqualTo(
            "option 'memory' of run wants a size such as '512m' or a number of bytes, got a list");
    assertThat(failure(engine, "docker.run('busybox', detach: 'yes')"))
        .isEqualTo("option 'detach' of run wants true or false, got a String");
  }

  @OnEngines
  void runWantsAnImage(TestEngine engine) {
    assertThat(failure(engine, "docker.run()"))
        .isEqualTo("run wants an image, such as docker.run('busybox', 'date')");
  }

  @OnEngines
  void missingImageThatMayNotBePulledIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.run('dsl-nothing:1', pull: 'never')"))
        .startsWith("Cannot create a container: No such image: dsl-nothing:1 (404 on POST");
  }

  @OnEngines
  void commandLineGivenAsOneWordIsExplained(TestEngine engine) {
    List<String> said = new ArrayList<>();
    Docker docker = new Docker(engine.client(), DslScript.caller(listening(said)));
    try {
      DslScript.evaluate(
          docker,
          Map.of(),
          """
          try {
            docker.run('busybox', 'echo hi', name: 'dsl-word', rm: true)
          } catch (dev.gantry.engine.EngineException e) {
          }
          def c = docker.run('busybox', 'sleep', '60', name: 'dsl-x', detach: true, stopTimeout: 0)
          c.exec('uname -a')
          c.exec('sh', '-c', 'exit 127')
          """);
    } finally {
      DslScript.sweep(engine);
    }
    assertThat(said)
        .containsExactly(
            "one argument for each word: run('busybox', 'echo', 'hi')",
            "one argument for each word: exec('uname', '-a')");
  }

  @OnEngines
  void missingImageIsPulledAndSaysSo(TestEngine engine) {
    List<String> said = new ArrayList<>();
    Docker docker = new Docker(engine.client(), DslScript.caller(listening(said)));
    assertThat(
            DslScript.evaluate(
                docker,
                Map.of(),
                """
                try {
                  docker.run('127.0.0.1:1/dsl-nothing')
                } catch (dev.gantry.engine.EngineException e) {
                  e.message
                }
                """))
        .asString()
        .startsWith("Cannot pull or import image '127.0.0.1:1/dsl-nothing': ")
        .contains("connection refused");
    assertThat(said)
        .containsExactly("Unable to find image '127.0.0.1:1/dsl-nothing' locally; pulling it");
  }

  @OnEngines
  void commandThatDoesNotExistLeavesTheContainerAsTheCliDoes(TestEngine engine) {
    assertThat(failure(engine, "docker.run('busybox', '/no/such/program', rm: true)"))
        .startsWith("Cannot start container '")
        .contains("exec: \"/no/such/program\": stat /no/such/program: no such file or directory")
        .contains("(400 on POST /containers/");
    assertThat(
            run(
                engine,
                """
                try {
                  docker.run('busybox', '/no/such/program', name: 'dsl-left')
                } catch (dev.gantry.engine.BadRequestException e) {
                  [e.status(), docker.containers['dsl-left'].status]
                }
                """))
        .isEqualTo(List.of(400, "created"));
    assertThat(
            run(
                engine,
                """
                try {
                  docker.run('busybox', '/no/such/program', name: 'dsl-removed', rm: true)
                } catch (dev.gantry.engine.BadRequestException e) {
                  docker.ps(all: true, filters: [name: 'dsl-removed']).size()
                }
                """))
        .isEqualTo(0);
  }

  @OnEngines
  void takenNameIsAConflict(TestEngine engine) {
    assertThat(
            failure(
                engine,
                """
                docker.run('busybox', 'true', name: 'dsl-taken')
                docker.run('busybox', 'true', name: 'dsl-taken')
                """))
        .contains("\"/dsl-taken\" is already in use")
        .contains("(409 on POST /containers/create, ");
  }

  @OnEngines
  void outputErrorsAndExitStatusAreToldApart(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'echo o; echo e >&2; exit 3', rm: true)
                [r.out, r.err, r.exitCode, r.ok, r ? 'well' : 'badly', r as boolean]
                """))
        .isEqualTo(List.of("o\n", "e\n", 3, false, "badly", false));
  }

  @OnEngines
  void outputReadsAsText(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'echo a; echo b', rm: true)
                [r.trim(), r.lines, r.bytes.length, "$r", r as boolean, r as String]
                """))
        .asString()
        .isEqualTo("[a\nb, [a, b], 4, a\nb\n, true, a\nb\n]");
  }

  @OnEngines
  void terminalHasOneStream(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'test -t 1 && echo o; echo e >&2',
                  tty: true, rm: true)
                [r.out, r.err, r.exitCode]
                """))
        .isEqualTo(List.of("o\r\ne\r\n", "", 0));
  }

  @OnEngines
  void optionsMayBeAssignedInAClosure(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def colour = 'red'
                docker.run('busybox', 'sh', '-c', 'echo $A; pwd; hostname; id -u') {
                  env = [A: colour]
                  workdir = '/tmp'
                  hostname = 'here'
                  user = '7'
                  rm = true
                }.lines
                """))
        .isEqualTo(List.of("red", "/tmp", "here", "7"));
  }

  @OnEngines
  void programThatReadsItsInputFindsTheEndOfIt(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'cat; echo read', interactive: true,
                  rm: true)
                [r.out, r.exitCode]
                """))
        .isEqualTo(List.of("read\n", 0));
  }

  @OnEngines
  void containerRemovesItselfBeforeRunReturns(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                (1..2).collect {
                  docker.run('busybox', 'true', name: 'dsl-again', rm: true).exitCode
                } + docker.ps(all: true, filters: [name: 'dsl-again']).size()
                """))
        .isEqualTo(List.of(0, 0, 0));
  }

  @OnEngines
  void containerStaysWithoutRm(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.run('busybox', 'sh', '-c', 'exit 4', name: 'dsl-stays')
                def c = docker.containers['dsl-stays']
                [c.status, c.exitCode]
                """))
        .isEqualTo(List.of("exited", 4));
  }

  @OnEngines
  void detachedContainerGoesOn(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sleep', '60', name: 'dsl-on', detach: true)
                def made = "$c" == "container ${c.shortId} dsl-on"
                [c.class.simpleName, c.running, c.name, made,
                  "$c" == "container ${c.shortId} dsl-on (running)",
                  "${c.kill()}" == "container ${c.shortId} dsl-on"]
                """))
        .asString()
        .isEqualTo("[Container, true, dsl-on, true, true, true]");
  }

  @OnEngines
  void longOutputArrivesWhole(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'seq 1 200000', rm: true)
                [r.lines.size(), r.lines[-1]]
                """))
        .isEqualTo(List.of(200_000, "200000"));
  }

  private static Notices listening(List<String> said) {
    return new Notices() {
      @Override
      public void say(String sentence) {
        said.add(sentence);
      }

      @Override
      public Work begin() {
        return Work.telling(event -> {});
      }
    };
  }
}
