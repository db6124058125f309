package dev.gantry.dsl;

import static dev.gantry.dsl.SwarmFixture.failure;
import static dev.gantry.dsl.SwarmFixture.inSwarm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

/** Services and their tasks. */
@Timeout(180)
class ServicesTest {
  private static final String CREATE =
      """
      def create = { Map options = [:], String... words ->
        docker.services.create([noResolveImage: true, name: 'dsl-web', stopGracePeriod: '1s',
          *: options], 'busybox', *words)
      }
      """;

  @OnEngines(apart = true)
  void badOptionIsRefusedBeforeAnythingIsSent(TestEngine engine) {
    assertThat(failure(engine, "docker.services.create()"))
        .isEqualTo(
            "a service wants an image, such as docker.services.create('nginx', name: 'web')");
    assertThat(failure(engine, "docker.services.create('busybox', replica: 2)"))
        .isEqualTo("unknown option 'replica' for service create; did you mean 'replicas'?");
    assertThat(failure(engine, "docker.services.create('busybox', mode: 'global', replicas: 2)"))
        .isEqualTo(
            "option 'replicas' of service create goes with mode replicated or replicated-job only");
    assertThat(
            failure(
                engine,
                "docker.services.create('busybox', secrets: 'dsl-none', noResolveImage: true)"))
        .isEqualTo("there is no secret 'dsl-none'; docker.secrets.create('dsl-none', …) makes it");
    assertThat(failure(engine, "docker.services['dsl-none']"))
        .contains("service dsl-none not found (404 on GET /services/dsl-none, ");
  }

  @OnEngines(apart = true)
  void serviceIsCreatedListedScaledAndLogged(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                CREATE
                    + """
                    def s = create('sh', '-c', 'echo up; exec sleep 1000', replicas: 2, labels: [a: '1'],
                      ports: [[published: 0, target: 80, mode: 'host']])
                    s.waitFor('converged', timeout: 60)
                    def row = docker.services.list(filters: [name: 'dsl-web']).rows()[0]
                    def tasks = s.ps()
                    def line = tasks.rows()[0]
                    def one = s.scale(1).waitFor('converged', timeout: 60).replicas
                    def names = [] as Set
                    s.logs(taskNames: true) { text, stream -> names << text.replaceAll(/1\\..*@.* \\|/, '1 |') }
                    [s.name, s.mode, s.labels, row.REPLICAS, row.IMAGE, row.PORTS, tasks*.name.sort(),
                      tasks*.state, line.NODE == docker.info.Name, line.IMAGE,
                      line.'CURRENT STATE'.startsWith('Running '), one,
                      s.logs().out.contains('up'), names.contains('dsl-web.1 | up')]
                    """))
        .hasToString(
            "[dsl-web, replicated, {a=1}, 2/2, busybox:latest, , [dsl-web.1, dsl-web.2],"
                + " [running, running], true, busybox:latest, true, 1, true, true]");
  }

  @OnEngines(apart = true)
  void updateChangesWhatIsNamedAndRollsBack(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                CREATE
                    + """
                    def s = create('sleep', '1000', env: [A: 1, B: 2], limitMemory: '32m',
                      updateMonitor: '100ms', detach: false)
                    def first = s.Spec
                    s.update(env: [C: 3], detach: false)
                    def second = s.Spec
                    s.rollback()
                    def c = second.TaskTemplate.ContainerSpec
                    [c.Env, c.Args, second.TaskTemplate.Resources == first.TaskTemplate.Resources,
                      second.UpdateConfig == first.UpdateConfig, s.Spec == first]
                    """))
        .hasToString("[[C=3], [sleep, 1000], true, true, true]");
  }

  @OnEngines(apart = true)
  void serviceThatCannotRunSaysWhyItDoesNotConverge(TestEngine engine) {
    assertThat(
            failure(
                engine,
                CREATE
                    + """
                    def s = create('/nothing', restartCondition: 'none')
                    while (!s.tasks().any { it.error }) { sleep 200 }
                    s.waitFor('converged', timeout: 1)
                    """))
        .startsWith("service dsl-web did not converge within 1 s: 0 of ")
        .contains(" tasks run; dsl-web.1: ");
    assertThat(failure(engine, CREATE + "create('true').waitFor('ready')"))
        .isEqualTo("unknown state 'ready' for waitFor of a service; there is: converged");
  }

  @OnEngines(apart = true)
  void secretsAndConfigsAreFilesOfTheTask(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                CREATE
                    + """
                    docker.secrets.create('dsl-key', 'hunter2')
                    docker.configs.create('dsl-conf', 'colour=blue')
                    def s = create('sh', '-c', 'cat /run/secrets/key /conf', mode: 'replicated-job',
                      replicas: 1, secrets: 'source=dsl-key,target=key',
                      configs: [[source: 'dsl-conf', target: '/conf']])
                    s.waitFor('converged', timeout: 60)
                    def row = docker.services.list(filters: [name: 'dsl-web']).rows()[0]
                    def bytes = new ByteArrayOutputStream()
                    s.logs(to: bytes)
                    def words = ''
                    s.tasks()[0].logs(to: { words = it.text }, taskNames: true)
                    [s.logs().trim(), s.tasks()[0].logs().trim(), bytes, words.replaceAll(/.* \\|/, '|'),
                      s.tasks()*.state, row.REPLICAS, row.MODE]
                    """))
        .hasToString(
            "[hunter2colour=blue, hunter2colour=blue, hunter2colour=blue, | hunter2colour=blue\n,"
                + " [complete], 0/1 (1/1 completed), replicated-job]");
  }

  @OnEngines(apart = true)
  void globalServiceRunsOnEachNode(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                CREATE
                    + """
                    def s = create('sleep', '1000', mode: 'global').waitFor('converged', timeout: 60)
                    def t = docker.tasks.list(filters: [service: 'dsl-web'])
                    [s.mode, s.replicas, t*.node == [docker.info.Name], docker.tasks[t[0].id].state,
                      docker.containers[t[0].containerId].running, t[0].id in docker.nodes.self.tasks()*.id]
                    """))
        .hasToString("[global, null, true, running, true, true]");
  }

  @OnEngines(apart = true)
  void takenNameIsAConflict(TestEngine engine) {
    assertThat(failure(engine, CREATE + "create('true'); create('true')"))
        .contains("name conflicts with an existing object: service dsl-web already exists (409 on");
  }
}
