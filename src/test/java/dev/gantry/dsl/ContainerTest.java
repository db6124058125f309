package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-c', detach: true, stopTimeout: 0)
      """;

  private static String onSleeper(TestEngine engine, String script) {
    return String.valueOf(run(engine, SLEEPER + script));
  }

  @OnEngines
  void stoppedContainerIsNotKilled(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.stop(); c.kill()"))
        .startsWith("Cannot kill container '")
        .contains("is not running", "(409 on POST /containers/");
  }

  @OnEngines
  void runningContainerIsNotRemovedWithoutForce(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.remove()"))
        .startsWith("Cannot remove container '")
        .contains("(409 on DELETE /containers/");
    assertThat(onSleeper(engine, "c.remove(force: true); docker.ps(filters: [name: 'dsl-c'])"))
        .isEqualTo("[]");
    assertThat(onSleeper(engine, "c.remove { force = true }; docker.ps(filters: [name: 'dsl-c'])"))
        .isEqualTo("[]");
  }

  @OnEngines
  void removedContainerIsNotFoundByAnyVerb(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.remove(force: true); c.start()"))
        .startsWith("Cannot start container '")
        .contains("No such container: ", "(404 on POST /containers/");
    assertThat(failure(engine, SLEEPER + "c.remove(force: true); c.status"))
        .startsWith("Cannot inspect container '");
  }

  @OnEngines
  void unknownOptionOfAVerbNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.stop(timout: 1)"))
        .isEqualTo("unknown option 'timout' for stop; did you mean 'timeout'?");
    assertThat(failure(engine, SLEEPER + "c.remove(forse: true)"))
        .isEqualTo("unknown option 'forse' for rm; did you mean 'force'?");
    assertThat(failure(engine, SLEEPER + "c.update { memry = '64m' }"))
        .isEqualTo("unknown option 'memry' for update; did you mean 'memory'?");
  }

  @OnEngines("20")
  void optionThatTheEngineDoesNotHaveSaysSinceWhen(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.stop(signal: 'INT')"))
        .isEqualTo("option 'signal' of stop needs API 1.42, and 1.41 is spoken");
  }

  @OnEngines
  void statusIsFreshAfterEveryVerb(TestEngine engine) {
    assertThat(
            onSleeper(
                engine,
                """
                def seen = [c.status]
                seen << c.pause().status << c.unpause().status
                seen << c.stop(timeout: 0).status << c.start().status
                seen << c.restart { timeout = 0 }.status << c.running
                c.kill()
                c.waitFor()
                seen << c.status << c.exitCode << c.running
                """))
        .isEqualTo(
            "[running, paused, running, exited, running, running, true, exited, 137, false]");
  }

  @OnEngines
  void verbsThatChangeNothingSucceed(TestEngine engine) {
    assertThat(onSleeper(engine, "c.start().start().status + c.stop().stop().status"))
        .isEqualTo("runningexited");
  }

  @OnEngines
  void stopWaitsAsLongAsItIsTold(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', "trap '' TERM; while :; do sleep 0.1; done",
                  name: 'dsl-deaf', detach: true)
                def start = System.nanoTime()
                c.stop(timeout: '1s')
                def took = (System.nanoTime() - start) / 1e9
                [c.exitCode, took >= 1 && took < 8]
                """))
        .isEqualTo(List.of(137, true));
  }

  @OnEngines
  void signalReachesTheProgram(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c',
                  'trap "exit 9" HUP; echo ready; while :; do sleep 0.1; done',
                  name: 'dsl-hup', detach: true)
                c.logs(follow: true).next()
                c.kill('HUP')
                c.waitFor()
                """))
        .isEqualTo(9);
  }

  @OnEngines
  void renamedContainerHasItsNewName(TestEngine engine) {
    assertThat(
            onSleeper(
                engine, "c.rename('dsl-new'); [c.name, docker.containers['dsl-new'].id == c.id]"))
        .isEqualTo("[dsl-new, true]");
    assertThat(failure(engine, SLEEPER + "c.rename('no name!')"))
        .startsWith("Cannot rename container '")
        .contains("Invalid container name (/no name!)");
  }

  @OnEngines
  void limitsAreChangedWhileItRuns(TestEngine engine) {
    assertThat(
            onSleeper(
                engine,
                """
                c.update(memory: '64m', memorySwap: '64m')
                def before = c.HostConfig.Memory
                c.update { memory = '32m' }
                c.update(restart: 'on-failure:3')
                [before, c.HostConfig.Memory, c.HostConfig.RestartPolicy]
                """))
        .isEqualTo("[67108864, 33554432, {Name=on-failure, MaximumRetryCount=3}]");
  }

  @OnEngines
  void removeTakesAnonymousVolumesAlongWhenAsked(TestEngine engine) {
    String made =
        """
        def c = docker.run('busybox', 'true', name: 'dsl-v', detach: true, volumes: ['/data'])
        def volume = c.Mounts[0].Name
        c.waitFor()
        """;
    assertThat(
            run(
                engine,
                made + "c.remove(volumes: true); docker.volumes.list()*.name.contains(volume)"))
        .isEqualTo(false);
    assertThat(
            run(
                engine,
                made
                    + """
                    c.remove()
                    def kept = docker.volumes[volume]
                    kept.remove()
                    kept.name == volume
                    """))
        .isEqualTo(true);
  }

  @OnEngines
  void processesAreListedByPs(TestEngine engine) {
    assertThat(onSleeper(engine, "c.top().Processes[0][-1] + ' ' + c.top('-o pid,comm').Titles"))
        .isEqualTo("sleep 60 [PID, COMMAND]");
  }

  @OnEngines
  void changedFilesAreListed(TestEngine engine) {
    assertThat(onSleeper(engine, "[c.diff(), c.exec('touch', '/dsl-file').ok, c.diff()*.Path]"))
        .isEqualTo("[[], true, [/dsl-file]]");
  }

  @OnEngines
  void statisticsHaveTheDaemonsNumbersAndTheSums(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'while :; do :; done', name: 'dsl-busy',
                  detach: true, memory: '64m')
                def s = c.stats()
                [s.cpuPercent > 5 && s.cpuPercent < 110, s.memoryUsage > 0, s.memoryLimit,
                  s.memoryPercent > 0 && s.memoryPercent < 100, s.pids, s.networkIn >= 0,
                  s.cpu_stats.online_cpus > 0]
                """))
        .hasToString("[true, true, 67108864, true, 1, true, true]");
  }

  @OnEngines
  void oftenUsedFieldsHaveShortNames(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sleep', '60', name: 'dsl-c', detach: true,
                  stopTimeout: 0, labels: [a: 'b'], ports: ['127.0.0.1::80'])
                def row = docker.ps(filters: [name: 'dsl-c'])[0]
                def address = c.ports['80/tcp'][0]
                [c.image, c.labels, c.ip == row.ip && c.ip.contains('.'), address ==~ /127.0.0.1:\\d+/,
                  row.ports == c.ports, row.labels == c.labels, row.image, c.health, c.exitCode,
                  c.created.epochSecond == row.created.epochSecond, c.shortId.size()]
                """))
        .hasToString("[busybox, {a=b}, true, true, true, true, busybox, none, 0, true, 12]");
  }

  @OnEngines
  void inspectAsksAnewAndAttrsDoesNot(TestEngine engine) {
    assertThat(
            onSleeper(
                engine,
                """
                def same = docker.containers['dsl-c']
                c.attrs
                same.pause()
                def before = c.attrs.State.Status
                def now = c.inspect().State.Status
                same.unpause()
                [before, now, c.reload().status]
                """))
        .isEqualTo("[running, paused, running]");
  }
}
