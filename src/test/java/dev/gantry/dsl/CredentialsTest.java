package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import dev.gantry.testing.WithPassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the Docker CLI's configuration lets into, verb by verb. */
@Timeout(180)
class CredentialsTest {
  @TempDir Path folder;

  /** A helper that gives the registry's login, and notes that it was asked. */
  private void helper(TestRegistry registry) throws IOException {
    String script =
        """
        #!/bin/sh
        echo "$1" >>"$(dirname "$0")/asked"
        case $1 in
          list) echo '{"%s": "me"}' ;;
          *) echo '{"Username": "%s", "Secret": "%s"}' ;;
        esac
        """
            .formatted(registry.host(), registry.user(), registry.password());
    Path program = Files.writeString(folder.resolve("docker-credential-fake"), script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @OnEngines
  void missingHelperIsToldAndImagesForEverybodyAreStillPulled(
      TestEngine engine, TestRegistry registry) {
    Wallet wallet = Wallet.in(folder, engine, registry);
    wallet.write("{\"credsStore\": \"gone\"}");
    assertThat(
            wallet.run(
                """
                def name = "$host/dsl-open:1"
                docker.images.busybox.tag(name)
                docker.images.push(name)
                docker.images[name].untag(name)
                docker.images.pull(name).tags.contains(name.toString())
                """))
        .isEqualTo("true");
    assertThat(wallet.said())
        .containsExactly(
            "WARNING: credential helper docker-credential-gone is not on the PATH (asked for by"
                + " \"credsStore\": \"gone\" in %s); going on without credentials"
                    .formatted(folder.resolve("config.json")));
  }

  @OnEngines
  void fileLetsIntoTheRegistry(TestEngine engine, @WithPassword TestRegistry registry) {
    Wallet wallet = Wallet.in(folder, engine, registry).filled();
    assertThat(
            wallet.run(
                """
                def name = "$host/dsl-file:1"
                docker.images.busybox.tag(name)
                def pushed = docker.images.push(name)
                docker.images[name].untag(name)
                def asked = docker.images.distribution(name).Descriptor.digest == pushed.Digest
                def out = docker.run(name, 'echo', 'pulled', rm: true).out
                docker.images[name].untag(name)
                [asked, out.trim()]
                """))
        .isEqualTo("[true, pulled]");
  }

  @OnEngines
  void helperIsAskedOnceForEachVerbAndOnlyWhereItIsNeeded(
      TestEngine engine, @WithPassword TestRegistry registry) throws Exception {
    helper(registry);
    Wallet wallet = Wallet.in(folder, engine, registry);
    wallet.write("{\"credHelpers\": {\"%s\": \"fake\"}}".formatted(registry.host()));
    wallet.run(
        "docker.ps(); docker.images.list(); docker.images.busybox.tag(\"$host/dsl-help:1\")");
    assertThat(folder.resolve("asked")).doesNotExist();
    assertThat(
            wallet.run(
                "docker.images.busybox.tag(\"$host/dsl-help:1\").push(\"$host/dsl-help:1\").Tag"))
        .isEqualTo("1");
    assertThat(folder.resolve("asked")).hasContent("get");
    assertThat(wallet.failure("docker.plugins.install(\"$host/dsl-none\")")).contains("dsl-none");
    assertThat(folder.resolve("asked")).hasContent("get\nget");
    assertThat(
            wallet.failure(
                "docker.images.pull(\"$host/dsl-x\", auth: [username: 'a', password: 'b'])"))
        .doesNotContain(registry.password());
    assertThat(folder.resolve("asked")).as("the option comes first").hasContent("get\nget");
  }

  @OnEngines
  void imageThatABuildBeginsWithIsPrivate(TestEngine engine, @WithPassword TestRegistry registry)
      throws Exception {
    helper(registry);
    Wallet wallet = Wallet.in(folder, engine, registry).filled();
    String push =
        "docker.images.busybox.tag(\"$host/dsl-from:1\").push(\"$host/dsl-from:1\");"
            + " docker.images[\"$host/dsl-from:1\"].untag(\"$host/dsl-from:1\")\n";
    wallet.run(push);
    String build =
        "docker.images.build(dockerfile: \"FROM $host/dsl-from:1\", tag: \"dsl-made\", buildkit:"
            + " %s).id.startsWith('sha256:')";
    assertThat(wallet.run(build.formatted(false))).isEqualTo("true");
    wallet.write("{\"credsStore\": \"fake\"}");
    assertThat(wallet.run(build.formatted(false))).isEqualTo("true");
    assertThat(wallet.failure(build.formatted(true)))
        .contains("no active sessions")
        .endsWith("docker.images.pull('…'), or build with buildkit: false");
    assertThat(wallet.run("docker.images.pull(\"$host/dsl-from:1\")\n" + build.formatted(true)))
        .isEqualTo("true");
    wallet.write("{}");
    assertThat(wallet.failure(build.formatted(false))).contains("no basic auth credentials");
  }

  @OnEngines(apart = true)
  void swarmIsGivenTheCredentialsOfAService(
      TestEngine engine, @WithPassword TestRegistry registry) {
    Wallet wallet = Wallet.in(folder, engine, registry).filled();
    SwarmFixture.inSwarm(engine, "null");
    String create =
        """
        docker.services.create(name: 'dsl-private', withRegistryAuth: %s, stopGracePeriod: '1s',
          restartCondition: 'none', "$host/dsl-service:1", 'sleep', '1000')
        """;
    String settled =
        """
        .with { s ->
          def task
          for (int i = 0; i < 600; i++) {
            task = s.tasks().find { it.state in ['running', 'rejected', 'failed'] }
            if (task) break
            sleep 100
          }
          def state = task?.state
          s.remove()
          state
        }
        """;
    String push =
        "docker.images.busybox.tag(\"$host/dsl-service:1\").push(\"$host/dsl-service:1\");"
            + " docker.images[\"$host/dsl-service:1\"].untag(\"$host/dsl-service:1\")\n";
    assertThat(wallet.run(push + create.formatted(false).strip() + settled)).isEqualTo("rejected");
    assertThat(wallet.run(create.formatted(true).strip() + settled)).isEqualTo("running");
  }
}
