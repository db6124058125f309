package dev.gantry.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.reach.Destination;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.SshServer;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SshCheckTest {
  @TempDir Path folder;

  @Test
  void missingSshIsTold() {
    assertThat(look(Map.of("PATH", folder.toString()), "ssh://host"))
        .containsExactly("failed there is no ssh on the PATH");
  }

  @Test
  void whatSshSaysIsTold() throws IOException {
    ssh(
        "[ \"$1\" = -V ] && { echo OpenSSH_9; exit; }; echo 'Host key verification failed.'; exit"
            + " 255");
    assertThat(look(Map.of("PATH", folder.toString()), "ssh://me@host:2222"))
        .containsExactly(
            "ok OpenSSH_9",
            "failed ssh://me@host:2222 does not let you in: Host key verification failed.");
  }

  @Test
  void sshIsAskedForNothingAndCannotAsk() throws IOException {
    ssh("echo \"$@\"");
    assertThat(look(Map.of("PATH", folder.toString()), "ssh://me@host:2222"))
        .element(1)
        .asString()
        .contains("-o BatchMode=yes")
        .contains("-p 2222 -l me -- host command -v docker");
  }

  @Test
  void nameThatMeansSomethingToAShellNeverGetsToSsh() throws IOException {
    ssh("touch " + folder.resolve("ran"));
    assertThat(look(Map.of("PATH", folder.toString()), "ssh://$(id)@host")).isEmpty();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @OnEngines("28")
  void realServerLetsIn(TestEngine engine) throws IOException {
    try (SshServer server = SshServer.beside(engine)) {
      assertThat(look(server.env(), server.host().toString()))
          .hasSize(2)
          .anyMatch(it -> it.startsWith("ok OpenSSH"))
          .anyMatch(it -> it.startsWith("ok " + server.host() + " lets you in; docker is "));
    }
  }

  private void ssh(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("ssh"), "#!/bin/bash\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private static List<String> look(Map<String, String> env, String host) {
    Patient patient = Patients.with(env);
    patient.leadsTo(
        new Destination(Destination.DEFAULT, DockerHost.parse(host), null, "", "--host"));
    return new SshCheck()
        .look(patient).stream().map(each -> each.status() + " " + each.detail()).toList();
  }
}
