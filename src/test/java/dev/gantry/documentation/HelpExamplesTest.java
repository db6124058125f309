package dev.gantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.SwarmFixture;
import dev.gantry.script.ScriptSource;
import dev.gantry.shell.help.ExampleLines;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Every example that help shows runs: on an engine that has what they are about. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class HelpExamplesTest {
  private static final String THINGS =
      """
      def web = docker.ps(all: true).find { it.name == 'web' }
      if (!web) {
        web = docker.run('busybox', 'sleep', '600', name: 'web', detach: true, stopTimeout: 0)
      }
      if (web.status == 'paused') web.unpause()
      if (web.status != 'running') web.start()
      if (!docker.ps(all: true).any { it.name == 'db' }) docker.containers.create('busybox', name: 'db')
      if (!docker.networks.list().any { it.name == 'back' }) docker.networks.create('back')
      if (!docker.volumes.list().any { it.name == 'data' }) docker.volumes.create('data')
      docker.images.busybox.tag('mine:1')
      """;

  private static final String NO_THINGS =
      """
      docker.ps(all: true).findAll { it.name in ['web', 'db', 'www', 'job'] }
        .each { it.remove(force: true) }
      docker.networks.list().findAll { it.name in ['back', 'front'] }.each { it.remove() }
      docker.volumes.list().findAll { it.name in ['data', 'cache'] }.each { it.remove() }
      docker.images.list().findAll { it.tags.any { tag -> tag == 'mine:1' } }
        .each { image -> image.tags.findAll { it != 'busybox:latest' }.each { image.untag(it) } }
      ['target/web.tar', 'target/images.tar', 'target/busybox.tar', 'target/passwd']
        .each { new File(it).delete() }
      """;

  private static final String SWARM =
      """
      if (!docker.services.list().any { it.name == 'shop' }) {
        docker.services.create('busybox', 'sleep', '600', name: 'shop', stopGracePeriod: '0s')
      }
      if (!docker.secrets.list().any { it.name == 'key' }) docker.secrets.create('key', 'x')
      if (!docker.configs.list().any { it.name == 'site' }) docker.configs.create('site', 'x')
      """;

  private static final String NO_SWARM =
      """
      docker.nodes.self.update(labels: [:], availability: 'active')
      docker.services.list().findAll { it.name in ['shop', 'jobs'] }.each { it.remove() }
      docker.secrets.list().findAll { it.name in ['key', 'password'] }.each { it.remove() }
      docker.configs.list().findAll { it.name in ['site', 'motd'] }.each { it.remove() }
      """;

  @OnEngines("28")
  void examplesRun(TestEngine engine) {
    assertThat(failures(engine, false, THINGS, NO_THINGS)).doesNotContain("docker.");
  }

  @OnEngines(value = "28", apart = true)
  void examplesOfSwarmsRun(TestEngine engine) {
    SwarmFixture.beManager(engine);
    assertThat(failures(engine, true, SWARM, NO_SWARM)).doesNotContain("docker.");
  }

  /** One script for all: to compile each alone takes longer than to run it. */
  private static String failures(TestEngine engine, boolean swarm, String things, String noThings) {
    StringBuilder script = new StringBuilder("def things() {\n" + things + "}\n");
    for (ExampleLines.Line line : ExampleLines.all()) {
      if (line.swarm() == swarm) {
        script.append("things()\ntry { " + line.text() + " } catch (e) { println \"\"\"");
        script.append(line.text() + "\"\"\" + ': ' + e.message }\n");
      }
    }
    try {
      return run(engine, script.toString());
    } finally {
      run(engine, noThings);
    }
  }

  private static String run(TestEngine engine, String text) {
    return ScriptRun.of(new ScriptSource("examples", text), engine).out();
  }
}
