package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.Peer;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.SshSettings;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds over every kind of connection. Here ssh only runs the docker command, and that is a
 * relay as the Docker CLI's, but for the ping that old ones send first.
 */
class SshExchangeTest
    implements AnswerContract,
        LostConnectionContract,
        PoolContract,
        UploadContract,
        TimeoutContract,
        CancelContract,
        UpgradeContract {
  /** The first session asks whether there is a daemon: the peer shall not hear of that one. */
  private static final String SSH =
      """
      #!/bin/sh
      case $1 in -G) echo "controlpath $0.own"; exit ;; esac
      if mkdir "$0.tried" 2>/dev/null; then exit 0; fi
      for command; do :; done
      eval "exec $command"
      """;

  /** Ends with the output of the daemon (docker/cli v28.5.2, cli/command/system/dial_stdio.go). */
  private static final String DOCKER =
      """
      #!/usr/bin/perl
      use Socket;
      my ($path) = $ARGV[1] =~ m{^unix://(.*)};
      socket(my $daemon, PF_UNIX, SOCK_STREAM, 0) or exit 1;
      connect($daemon, sockaddr_un($path)) or exit 1;
      $SIG{PIPE} = 'IGNORE';
      sub carry {
        my ($from, $to) = @_;
        while (my $count = sysread($from, my $bytes, 65536)) {
          for (my $done = 0; $done < $count;) {
            $done += syswrite($to, $bytes, $count - $done, $done) || return;
          }
        }
      }
      my $sender = fork;
      if (!$sender) { carry(*STDIN, $daemon); shutdown($daemon, 1); exit 0; }
      carry($daemon, *STDOUT);
      kill 'TERM', $sender;
      """;

  @TempDir Path folder;
  private int transports;

  @Override
  public Peer peer(Peer.Script... scripts) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/perl")), "SKIPPED: there is no /usr/bin/perl");
    return Peer.on(Scheme.UNIX, scripts);
  }

  @Override
  public Transport transport(Peer peer) {
    DockerHost host = DockerHost.parse("ssh://peer" + peer.host().path());
    try {
      return Transport.overSsh(host, new SshSettings(env(), line -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> env() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin" + ++transports));
    program(bin.resolve("ssh"), SSH);
    program(bin.resolve("docker"), DOCKER);
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PATH", bin + ":" + env.get("PATH"));
    return env;
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** With the daemon's output the session ends. */
  @Test
  @Override
  public void endOfTheInputLeavesTheOutputOpen() throws Exception {
    talk(
        line -> {
          line.head();
          line.send(SWITCH).halfClose().hang();
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            assertThat(response.upgraded().orElseThrow().in().read()).isEqualTo(-1);
          }
        });
  }

  /** Otherwise the session may end before it has begun, and the peer hears of nothing. */
  @Test
  @Override
  public void bodyThatCannotBeProducedNeverLooksComplete() throws Exception {
    CompletableFuture<String> head = new CompletableFuture<>();
    CompletableFuture<String> got = new CompletableFuture<>();
    Body broken =
        Body.stream(
            out -> {
              out.write(new byte[20_000]);
              head.join();
              throw new IOException("disk on fire");
            });
    talk(
        line -> {
          head.complete(line.head());
          got.complete(line.rest());
        },
        client -> {
          assertThatThrownBy(() -> client.send(HttpRequest.post("/load").with(broken)))
              .isInstanceOf(StreamException.class)
              .hasMessageContaining("disk on fire");
          assertThat(got.get(20, TimeUnit.SECONDS)).doesNotContain("\r\n0\r\n");
        });
  }
}
