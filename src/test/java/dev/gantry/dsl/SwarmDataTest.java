package dev.gantry.dsl;

import static dev.gantry.dsl.SwarmFixture.failure;
import static dev.gantry.dsl.SwarmFixture.inSwarm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

/** Secrets and configs. */
@Timeout(120)
class SwarmDataTest {

  @OnEngines(apart = true)
  void dataIsWantedOnceAndNeverShown(TestEngine engine) {
    assertThat(failure(engine, "docker.secrets.create('dsl-s')"))
        .isEqualTo("a secret wants data: docker.secrets.create('dsl-s', 'text') or file: 'name'");
    assertThat(failure(engine, "docker.secrets.create('dsl-s', 'hunter2', data: 'hunter3')"))
        .isEqualTo("the data of the secret is given twice");
    assertThat(failure(engine, "docker.configs.create('dsl-s', file: 'x', data: 'hunter2')"))
        .isEqualTo("options 'data' and 'file' of config create exclude each other");
    assertThat(failure(engine, "docker.secrets.create('dsl-s', data: ['hunter2'])"))
        .isEqualTo("option 'data' of secret create wants a text, bytes or a stream, got a list");
    assertThat(failure(engine, "docker.secrets.create('dsl-s', file: 'nothing.txt')"))
        .endsWith("nothing.txt: there is no such file or folder");
  }

  @OnEngines(apart = true)
  void takenNameIsAConflict(TestEngine engine) {
    String create = "docker.configs.create('dsl-c', 'x');";
    assertThat(failure(engine, create + create)).contains("(409 on POST /configs/create, ");
  }

  @OnEngines(apart = true)
  void secretIsCreatedListedChangedAndRemoved(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                """
                def s = docker.secrets.create('dsl-s', 'hunter2', labels: [a: '1'])
                s.update(labels: [b: '2'])
                def list = docker.secrets.list(filters: [name: 'dsl-s'])
                def shown = [s.json(), "$s", list.table()].join()
                def known = [s.name, s.labels]
                s.remove()
                [*known, list*.name, list.columns(), shown.contains('hunter2'),
                  docker.secrets.list(filters: [name: 'dsl-s']).size()]
                """))
        .hasToString("[dsl-s, {b=2}, [dsl-s], [ID, NAME, DRIVER, CREATED, UPDATED], false, 0]");
  }

  @OnEngines(apart = true)
  void configGivesItsDataBack(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                """
                def file = new File('target/dsl-config.txt').absoluteFile
                file.text = 'from a file'
                def all = [docker.configs.create('dsl-a', 'grüße'),
                  docker.configs.create('dsl-b', [0, 1, 2] as byte[]),
                  docker.configs.create('dsl-c', file: file),
                  docker.configs.create('dsl-d') { data = 'x'; templateDriver = 'golang' }]
                file.delete()
                [all[0].text, all[1].data as List, docker.configs['dsl-c'].text, all[3].templateDriver]
                """))
        .hasToString("[grüße, [0, 1, 2], from a file, golang]");
  }
}
