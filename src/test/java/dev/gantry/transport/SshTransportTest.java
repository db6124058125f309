package dev.gantry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ssh is called with, and what becomes of its words: by an ssh that only says them. */
@Timeout(60)
class SshTransportTest {
  private static final String HOST = "ssh://me@far.example:2222";

  @TempDir Path folder;

  private ConnectionException refusal(String words, int status) throws IOException {
    return refusal(HOST, "echo '" + words + "' >&2; exit " + status);
  }

  private ConnectionException refusal(String host, String script) throws IOException {
    try (Transport transport =
        Transport.overSsh(DockerHost.parse(host), new SshSettings(env(script), line -> {}))) {
      return (ConnectionException)
          assertThatThrownBy(() -> transport.dial(Duration.ofSeconds(10)))
              .isInstanceOf(ConnectionException.class)
              .actual();
    }
  }

  /** Notes its arguments, tells a configuration, and does what the test says. */
  private Map<String, String> env(String script) throws IOException {
    Path ssh = folder.resolve("ssh");
    Files.writeString(
        ssh,
        """
        #!/bin/sh
        printf '<%%s>' "$@" >>"$0.log"; echo >>"$0.log"
        case $1 in -G) cat "$0.config"; exit 0 ;; esac
        %s
        """
            .formatted(script));
    if (!Files.exists(folder.resolve("ssh.config"))) {
      Files.writeString(folder.resolve("ssh.config"), "hostname far\nserveraliveinterval 0\n");
    }
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PATH", folder + ":" + env.get("PATH"));
    return env;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("ssh.log"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! | the key of this host has changed |"
            + " ssh-keygen -R",
        "Host key verification failed. | the key of this host is not known | ssh -p 2222"
            + " me@far.example",
        "me@far: Permission denied (publickey,password). | the login was refused | ssh-copy-id",
        "ssh: Could not resolve hostname far.example: Name or service not known | the name"
            + " 'far.example' is not found | spelling",
        "ssh: connect to host far.example port 2222: Connection timed out | no answer in time |"
            + " firewall",
        "ssh: connect to host far.example port 2222: Connection refused | connection refused | ssh"
            + " server run",
        "ssh: connect to host far.example port 2222: No route to host | there is no way to it |"
            + " network",
        "kex_exchange_identification: Connection closed by remote host | the ssh server closed the"
            + " connection | Its log",
        "Something new | ssh ended with status 255 | ssh -p 2222 me@far.example"
      })
  void wordsOfSshBecomeASentence(String words, String wrong, String hint) throws IOException {
    assertThat(refusal(words, 255))
        .hasMessageStartingWith("Cannot connect to " + HOST + ": " + wrong + " (\"")
        .hasMessageContaining(words)
        .hasMessageContaining(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permission denied while trying to connect to the docker API at unix:///var/run/docker.sock"
            + " | this user may not use the daemon's socket",
        "Got permission denied while trying to connect to the Docker daemon socket at unix:///x |"
            + " this user may not use the daemon's socket",
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon"
            + " running? | no daemon answers over there",
        "docker: system is not a docker command. | does not know 'system dial-stdio'"
      })
  void wordsOfTheOtherDockerBecomeASentence(String words, String wrong) throws IOException {
    Files.writeString(folder.resolve("ssh.config"), "controlpath /home/me/.ssh/own\n");
    assertThat(refusal(words, 1)).hasMessageContaining(wrong).hasMessageContaining(words);
  }

  @Test
  void connectionOfThePersonIsLeftToThem() throws IOException {
    Files.writeString(folder.resolve("ssh.config"), "controlpath /home/me/.ssh/own\n");
    refusal("no", 255);
    assertThat(calls().get(1))
        .doesNotContain("<-M>", "<-S>")
        .endsWith("<-l><me><-p><2222><--><far.example><docker system dial-stdio>");
  }

  @Test
  void loginIsNoSessionAndFollowsTheConfiguration() throws IOException {
    refusal("no", 255);
    assertThat(calls())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("<-T><-o><ConnectTimeout=10><-o><ClearAllForwardings=yes>")
        .contains("<-N><-M><-S><", "<-o><ServerAliveInterval=30>")
        .endsWith("<-l><me><-p><2222><--><far.example>");
  }

  @Test
  void pathIsQuotedForTheOtherShell() throws IOException {
    Files.writeString(folder.resolve("ssh.config"), "controlpath /home/me/.ssh/own\n");
    refusal("ssh://far/run/it's here", "exit 255");
    assertThat(calls().get(1))
        .endsWith("<--><far><docker --host 'unix:///run/it'\\''s here' system dial-stdio>");
  }

  @Test
  void missingSshIsAskedFor() {
    DockerHost host = DockerHost.parse(HOST);
    SshSettings settings = new SshSettings(Map.of("PATH", folder.toString()), line -> {});
    assertThatThrownBy(() -> Transport.overSsh(host, settings).dial(Duration.ofSeconds(1)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("Cannot connect to " + HOST + ": there is no 'ssh' on PATH. ")
        .hasMessageContaining("openssh-client");
  }

  @Test
  void nameThatAShellWouldReadIsRefused() {
    for (String bad : List.of("ssh://$(id)@far", "ssh://-oX@far", "ssh://far;id")) {
      assertThatThrownBy(() -> Transport.to(DockerHost.parse(bad)).dial(Duration.ofSeconds(1)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("means something to a shell");
    }
  }

  @Test
  void interruptEndsTheWaitForTheLogin() throws Exception {
    try (Transport transport =
        Transport.overSsh(
            DockerHost.parse(HOST), new SshSettings(env("exec sleep 60"), line -> {}))) {
      FutureTask<Socket> dial = new FutureTask<>(() -> transport.dial(Duration.ofSeconds(10)));
      Thread thread = new Thread(dial);
      thread.start();
      while (thread.isAlive()) {
        thread.join(50);
        thread.interrupt();
      }
      assertThatThrownBy(dial::get)
          .hasCauseInstanceOf(ConnectionException.class)
          .hasMessageContaining("was interrupted");
    }
  }

  /** A login goes on in the background when a caller has given up, and may be late. */
  @Test
  void nothingIsLeftOfWhatBeginsAfterTheEnd() throws Exception {
    Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
    SshKeeper keeper = new SshKeeper(new SshSettings(env("exec sleep 60"), line -> {}));
    keeper.close();
    assertThatThrownBy(() -> keeper.start(List.of("ssh", "far")))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was closed meanwhile");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!before.containsAll(ProcessHandle.current().children().toList())) {
      assertThat(System.nanoTime()).as("it is ended in time").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
