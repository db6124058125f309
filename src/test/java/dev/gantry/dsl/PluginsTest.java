package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PluginsTest {
  @TempDir Path folder;

  @OnEngines
  void missingPluginIsNotFound(TestEngine engine) {
    assertThat(DslScript.failure(engine, "docker.plugins['dsl-nothing']"))
        .isEqualTo(
            "Cannot inspect plugin 'dsl-nothing': plugin \"dsl-nothing\" not found"
                + " (404 on GET /plugins/dsl-nothing/json, %s)".formatted(engine.host()));
  }

  @OnEngines
  void optionsAreChecked(TestEngine engine) {
    assertThat(DslScript.failure(engine, "docker.plugins.install('dsl-x', grandAll: true)"))
        .isEqualTo("unknown option 'grandAll' for plugin install; did you mean 'grantAll'?");
    assertThat(DslScript.failure(engine, "docker.plugins.install('dsl-x', auth: [user: 'me'])"))
        .isEqualTo(
            "option 'auth' of plugin install: it has no field 'user';"
                + " did you mean 'username'?");
    assertThat(DslScript.failure(engine, "docker.plugins.create('dsl-x', '.', compress: true)"))
        .contains("daemons read plain archives of plugins only");
    assertThat(DslScript.failure(engine, "docker.plugins.install()"))
        .isEqualTo("install wants one plugin reference, got 0");
  }

  @OnEngines
  void contentIsCheckedBeforeItIsSent(TestEngine engine) throws IOException {
    Files.createDirectory(folder.resolve("half"));
    String create = "docker.plugins.create('dsl-x', '" + folder + "/%s')";
    assertThat(DslScript.failure(engine, create.formatted("half")))
        .endsWith("/half has no config.json: a plugin is made of config.json and a folder rootfs");
    Files.writeString(folder.resolve("half/config.json"), "{");
    assertThat(DslScript.failure(engine, create.formatted("half")))
        .contains("/half/config.json is no plugin's configuration: not valid JSON");
    Files.writeString(folder.resolve("half/config.json"), "{}");
    assertThat(DslScript.failure(engine, create.formatted("half"))).contains("has no rootfs: ");
    Files.write(folder.resolve("half.tar"), SmallTar.of("config.json", "{}"));
    assertThat(DslScript.failure(engine, create.formatted("half.tar")))
        .contains("/half.tar has no rootfs: ");
    assertThat(DslScript.failure(engine, create.formatted("none.tar")))
        .contains("there is no such file or folder");
  }

  @OnEngines
  void enabledPluginIsInTheWayOfChanges(TestEngine engine) throws IOException {
    PluginFixture plugin = new PluginFixture(engine, folder);
    String enabled = "def p = docker.plugins.create('dsl-p', folder).enable(timeout: 20.s); ";
    assertThat(plugin.failure(enabled + "p.remove()"))
        .startsWith("Cannot remove plugin 'dsl-p:latest': plugin dsl-p:latest is enabled (409 on ");
    assertThat(plugin.failure(enabled + "p.set(COLOUR: 'red')"))
        .startsWith("Cannot configure plugin 'dsl-p:latest': cannot set on an active plugin, ");
    assertThat(plugin.failure(enabled + "p.enable()"))
        .contains("is enabled (409 on POST /plugins/dsl-p:latest/enable, ");
  }

  @OnEngines
  void pluginIsConfiguredEnabledAndListed(TestEngine engine) throws IOException {
    assertThat(
            new PluginFixture(engine, folder)
                .run(
                    """
                    def p = docker.plugins.create('dsl-p', folder)
                    def before = p.toString()
                    p.set(COLOUR: 'red').enable()
                    def list = docker.plugins.list(filters: [enabled: true, capability: 'dummy'])
                    def off = docker.plugins.list { filters = [enabled: false] }
                    def row = list.rows()[0]
                    def after = p.reload().toString()
                    p.disable { force = true }
                    p.set('COLOUR=green')
                    p.set { COLOUR = 'white' }
                    p.reload()
                    [before, after, list*.name, off*.name.contains(p.name), row.NAME, row.ENABLED,
                     row.ID == p.id.take(12), p.description, p.enabled, p.settings.Env,
                     p.Config.Interface.Types, docker.plugins['dsl-p'].id == p.id]
                    """))
        .hasToString(
            "[plugin dsl-p:latest (disabled), plugin dsl-p:latest (enabled), [dsl-p:latest], false,"
                + " dsl-p:latest, true, true, sleeps, false, [COLOUR=white],"
                + " [docker.dummy/1.0], true]");
  }

  @OnEngines
  void pluginIsMadeOfATarAsWell(TestEngine engine) throws Exception {
    PluginFixture plugin = new PluginFixture(engine, folder);
    String[] tar = {"tar", "-C", folder.toString(), "-czf", folder + "/p.tgz", "./config.json"};
    assertThat(new ProcessBuilder(tar).inheritIO().start().waitFor()).isZero();
    assertThat(plugin.failure("docker.plugins.create('dsl-p', new File(\"$folder/p.tgz\"))"))
        .contains("/p.tgz has no rootfs: ");
    String[] whole = {
      "tar", "-C", folder.toString(), "-czf", folder + "/p.tgz", "--exclude=*.tgz", "."
    };
    assertThat(new ProcessBuilder(whole).inheritIO().start().waitFor()).isZero();
    assertThat(
            plugin.run(
                """
                def tar = new File("$folder/p.tgz")
                def p = docker.plugins.create('dsl-p', tar)
                p.remove()
                docker.plugins.create('dsl-p', tar.bytes).description
                """))
        .isEqualTo("sleeps");
  }

  @OnEngines
  void unknownSettingIsRefused(TestEngine engine) throws IOException {
    assertThat(
            new PluginFixture(engine, folder)
                .failure("docker.plugins.create('dsl-p', folder).set(COLOR: 'red')"))
        .startsWith("Cannot configure plugin 'dsl-p:latest': setting \"COLOR\" not found in ");
  }
}
