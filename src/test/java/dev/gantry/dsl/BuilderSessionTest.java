package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BuilderSessionTest {

  @OnEngines
  void secondSessionOfAnIdIsRefused(TestEngine engine) {
    assertThat(
            DslScript.failure(
                engine,
                """
                def id = 'dsl-' + System.nanoTime()
                def first = docker.session(id: id, name: 'dsl', methods: ['/a.B/c', '/a.B/d'])
                try {
                  docker.session { delegate.id = id }
                } finally {
                  first.close()
                }
                """))
        .matches("Cannot open a build session: session dsl-\\d+ already exists \\(400 on .*");
  }

  @OnEngines
  void builderBeginsToSpeakHttp2(TestEngine engine) {
    String read = "def s = %s; try { new String(s.in().readNBytes(14)) } finally { s.close() }";
    assertThat(DslScript.run(engine, read.formatted("docker.session()")))
        .isEqualTo("PRI * HTTP/2.0");
    String raw = "docker.api.Session('X-Docker-Expose-Session-Uuid': 'dsl-' + System.nanoTime())";
    assertThat(DslScript.run(engine, read.formatted(raw))).isEqualTo("PRI * HTTP/2.0");
  }
}
