package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import dev.gantry.testing.WithPassword;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that go to a registry and come back. */
@Timeout(120)
class PluginInstallTest {
  @TempDir Path folder;

  @OnEngines
  void privilegesHaveToBeGranted(TestEngine engine, TestRegistry registry) throws IOException {
    PluginFixture plugin = new PluginFixture(engine, folder);
    Map<String, String> names = Map.of("ref", registry.host() + "/dsl-ask:1");
    plugin.run(names, "docker.plugins.create(ref, folder).with { push(); remove() }");

    assertThat(plugin.failure(names, "docker.plugins.install(ref)"))
        .isEqualTo(
            ("plugin '%s' asks for privileges that are not granted, nothing was installed:"
                    + " network (permissions to access a network): host;"
                    + " capabilities (list of additional capabilities required): CAP_SYS_TIME."
                    + " Grant each by grant: ['network': 'host', 'capabilities': 'CAP_SYS_TIME'],"
                    + " or whatever it asks for by grantAll: true")
                .formatted(names.get("ref")));
    assertThat(
            plugin.failure(
                names,
                "docker.plugins.install(ref, grant: [network: 'host', capabilities: 'CAP_KILL'])"))
        .contains("nothing was installed: capabilities (");
    assertThat(
            plugin.run(
                names,
                """
                def given = ['network', 'capabilities']
                def p = docker.plugins.install(ref, grant: given, disable: true)
                def asked = docker.plugins.privileges(ref)
                [p.name == ref, p.enabled, asked*.Name, asked*.Value]
                """))
        .hasToString("[true, false, [network, capabilities], [[host], [CAP_SYS_TIME]]]");
  }

  @OnEngines
  void missingPluginIsNotFoundInTheRegistry(TestEngine engine, TestRegistry registry) {
    assertThat(
            DslScript.failure(
                engine, "docker.plugins.install('" + registry.host() + "/dsl-nothing:1')"))
        .startsWith("Cannot install plugin '" + registry.host() + "/dsl-nothing:1': ")
        .contains("on POST /plugins/pull, ");
  }

  @OnEngines
  void pluginIsPushedInstalledAndUpgraded(TestEngine engine, TestRegistry registry)
      throws IOException {
    PluginFixture plugin = new PluginFixture(engine, folder);
    Map<String, String> names =
        Map.of("one", registry.host() + "/dsl-up:1", "two", registry.host() + "/dsl-up:2");
    assertThat(
            plugin.run(
                names,
                "docker.plugins.create(one, folder).with { def r = push { assert it }; remove(); r"
                    + " }"))
        .asString()
        .matches("\\{Tag=1, Digest=sha256:[0-9a-f]{64}, Size=\\d+}");
    plugin.describe("sleeps well");
    plugin.run(names, "docker.plugins.create(two, folder).with { push(quiet: true); remove() }");

    assertThat(
            plugin.run(
                names,
                """
                def said = []
                def p = docker.plugins.install(one, grantAll: true, alias: 'dsl-up',
                    settings: [COLOUR: 'red']) { said << it.status }
                def first = [p.name, p.enabled, p.settings.Env, p.description,
                    said.any { it?.startsWith('Pulling') }]
                p.disable().upgrade(two, grantAll: true)
                first + [p.name, p.enabled, p.settings.Env, p.description, p.PluginReference == two]
                """))
        .hasToString(
            "[dsl-up:latest, true, [COLOUR=red], sleeps, true,"
                + " dsl-up:latest, false, [COLOUR=red], sleeps well, true]");
  }

  @OnEngines
  void whatCannotBeConfiguredIsNotInstalled(TestEngine engine, TestRegistry registry)
      throws IOException {
    PluginFixture plugin = new PluginFixture(engine, folder);
    Map<String, String> names = Map.of("ref", registry.host() + "/dsl-set:1");
    plugin.run(names, "docker.plugins.create(ref, folder).with { push(); remove() }");
    assertThat(
            plugin.run(
                names,
                """
                try {
                  docker.plugins.install(ref, grantAll: true, settings: [COLOR: 'red'])
                } catch (e) {
                  [e.message.contains('setting "COLOR" not found'), docker.plugins.list()*.name.contains(ref)]
                }
                """))
        .hasToString("[true, false]");
  }

  @OnEngines
  void registryAsksForAPassword(TestEngine engine, @WithPassword TestRegistry registry)
      throws IOException {
    PluginFixture plugin = new PluginFixture(engine, folder);
    Map<String, Object> names =
        Map.of(
            "ref",
            registry.host() + "/dsl-auth:1",
            "me",
            Map.of("username", registry.user(), "password", registry.password()));
    assertThat(plugin.failure(names, "docker.plugins.create(ref, folder).push()")).contains("auth");
    assertThat(
            plugin.run(
                names,
                """
                def made = docker.plugins.create(ref, folder)
                made.push(auth: me)
                made.remove()
                docker.plugins.install(ref, auth: me, grantAll: true, disable: true).name == ref
                """))
        .isEqualTo(true);
  }
}
