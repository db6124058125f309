package dev.gantry.cli.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.testing.CertificateMaker;
import dev.gantry.testing.CertifiedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureRemoteTest {
  private static final String TLS =
      " --tlsverify --tlscacert=/etc/docker/gantry/ca.pem --tlscert=/etc/docker/gantry/server.pem"
          + " --tlskey=/etc/docker/gantry/server-key.pem";

  @TempDir private static Path first;
  @TempDir private Path folder;
  private static Host made;
  private Host host;

  @BeforeAll
  static void oneIsMadeFromNothing() throws IOException {
    made = new Host(first).systemd();
    made.secure("web", "--apply");
  }

  @BeforeEach
  void hostIsThere() throws IOException {
    host = new Host(folder);
    Files.createDirectory(folder.resolve("etc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://a",
        "a:2376",
        "1.2.3.4.5",
        "300.1.1.1",
        "-a",
        "a..b",
        "a b",
        "::g",
        "ä",
        ""
      })
  void whatIsNeitherNameNorAddressIsRefused(String name) throws IOException {
    host.systemd();
    assertThatThrownBy(() -> host.secure("--", name))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("names or IP addresses of this host");
  }

  @Test
  void wrongOptionsAreRefused() throws IOException {
    host.systemd();
    assertThatThrownBy(() -> host.secure("a", "--aply"))
        .hasMessageContaining("did you mean '--apply");
    assertThatThrownBy(() -> host.secure("a", "--port", "0")).hasMessageContaining("1 to 65535");
    assertThatThrownBy(host::secure).hasMessageContaining("wants the names");
    assertThatThrownBy(() -> host.secure("a")).hasMessageContaining("name of a context");
  }

  @Test
  void hostWithoutDockerIsRefused() {
    assertThatThrownBy(() -> host.secure("web")).hasMessageContaining("nothing under");
  }

  @Test
  void damagedDaemonJsonIsRefusedWithThePlace() throws IOException {
    host.systemd().with("etc/docker/daemon.json", "{\n  \"debug\": true\n  \"x\": 1\n}\n");
    assertThatThrownBy(() -> host.secure("web", "--apply"))
        .hasMessageContaining("daemon.json: not valid JSON")
        .hasMessageContaining("line 3");
    assertThat(host.root().resolve("etc/docker/gantry")).doesNotExist();
  }

  @Test
  void linkOutOfTheRootIsRefused() throws IOException {
    host.systemd();
    Path link = Files.createSymbolicLink(folder.resolve("etc/docker"), Path.of("/usr"));
    assertThatThrownBy(() -> host.secure("web", "--apply")).hasMessageContaining("leads out of");
    Files.delete(link);
  }

  @Test
  void nothingIsChangedUnlessApplied() throws IOException {
    Map<String, String> before = host.systemd().certified(made).files();
    assertThat(host.secure("web", "192.0.2.7"))
        .contains(
            "server.pem: certificate of Docker engine for 127.0.0.1, 192.0.2.7, localhost, web")
        .contains("+ExecStart=/usr/sbin/dockerd", "Nothing is changed yet")
        .doesNotContain("PRIVATE KEY");
    assertThat(host.files()).isEqualTo(before);
  }

  @Test
  void systemdGetsDropInThatSaysAllAnew() throws IOException {
    assertThat(made.text(Host.DROP_IN).lines())
        .endsWith(
            "[Service]",
            "ExecStart=",
            "ExecStart=/usr/sbin/dockerd --containerd=/run/containerd/containerd.sock $DOCKER_OPTS"
                + " -H fd:// -H tcp://0.0.0.0:2376"
                + TLS);
    assertThat(made.secure("web", "--apply")).isEqualTo("Nothing to do: all is as it shall be.\n");
  }

  @Test
  void dropInsOfOthersAreHeededAndPlainPortsGo() throws IOException {
    host.systemd()
        .certified(made)
        .with(
            "etc/systemd/system/docker.service.d/override.conf",
            "[Service]\n"
                + "ExecStart=\n"
                + "ExecStart=/usr/bin/dockerd -H fd:// --host=tcp://0.0.0.0:2375 --debug"
                + " $DOCKER_OPTS\n")
        .with("etc/default/docker", "#DOCKER_OPTS=no\nDOCKER_OPTS='-H tcp://0.0.0.0:2374 -s vfs'\n")
        .secure("web", "--listen", "[::]", "--apply");
    assertThat(host.text(Host.DROP_IN))
        .endsWith(
            "ExecStart=/usr/bin/dockerd --debug $DOCKER_OPTS -H fd:// -H"
                + " tcp://[0:0:0:0:0:0:0:0]:2376"
                + TLS
                + "\n");
    assertThat(host.text("etc/default/docker"))
        .isEqualTo("#DOCKER_OPTS=no\nDOCKER_OPTS=\"-s vfs\"\n");
  }

  @Test
  void whereDaemonJsonNamesTheAddressesTheyGoThereAndOffTheCommandLine() throws IOException {
    host.systemd()
        .certified(made)
        .with(
            "etc/docker/daemon.json",
            "{\n    \"hosts\": [\"tcp://0.0.0.0:2375\"],\n    \"debug\": true\n}\n")
        .secure("web", "--apply", "--listen", "192.0.2.7");
    assertThat(host.text("etc/docker/daemon.json"))
        .startsWith(
            """
            {
                "hosts": [
                    "fd://",
                    "tcp://192.0.2.7:2376"
                ],
                "debug": true,
            """)
        .contains("\"tlsverify\": true", "\"tlskey\": \"/etc/docker/gantry/server-key.pem\"");
    assertThat(host.text(Host.DROP_IN))
        .endsWith(
            "ExecStart=/usr/sbin/dockerd --containerd=/run/containerd/containerd.sock"
                + " $DOCKER_OPTS\n");
    assertThat(host.secure("web", "--apply", "--listen", "192.0.2.7")).startsWith("Nothing to do");
  }

  @Test
  void olderInitSystemsGetTheirVariable() throws IOException {
    host.certified(made)
        .with("etc/default/docker", "# DOCKER_OPTS=\"--dns 8.8.8.8\"\n")
        .secure("web", "--apply");
    assertThat(host.text("etc/default/docker"))
        .isEqualTo(
            "# DOCKER_OPTS=\"--dns 8.8.8.8\"\n"
                + "DOCKER_OPTS=\"-H unix:///var/run/docker.sock -H tcp://0.0.0.0:2376"
                + TLS
                + "\"\n");
    assertThat(host.secure("web")).startsWith("Nothing to do");
  }

  @Test
  void sysconfigKeepsItsOtherOptions() throws IOException {
    host.certified(made)
        .with("etc/sysconfig/docker", "OPTIONS='--selinux-enabled' # mine\nOTHER=1")
        .secure("web", "--apply");
    assertThat(host.text("etc/sysconfig/docker"))
        .startsWith("OPTIONS=\"--selinux-enabled -H unix:///var/run/docker.sock")
        .endsWith("server-key.pem\" # mine\nOTHER=1");
    assertThat(host.secure("web")).startsWith("Nothing to do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc/default/docker",
        "etc/sysconfig/docker",
        "etc/conf.d/docker",
        "etc/docker/daemon.json"
      })
  void undoRestoresEveryByte(String file) throws IOException {
    host.certified(made)
        .with(
            file,
            file.endsWith("json")
                ? "{ \"tls\":false,\r\n\"x\":1.10}"
                : "DOCKER_OPTS=\" -D  -H a\"\r\nx");
    if (file.endsWith("json")) {
      host.systemd();
    }
    Map<String, String> before = host.files();
    host.secure("web", "--apply");
    host.secure("web", "--listen", "192.0.2.7", "--apply");
    assertThat(host.secure("--undo")).contains("restore ", "Nothing is changed yet");
    host.secure("--undo", "--apply");
    assertThat(host.files()).isEqualTo(before);
    assertThat(host.secure("--undo", "--apply")).startsWith("Nothing to do");
  }

  @Test
  void undoKeepsWhatSomebodyChangedAndWhatItNeeds() throws IOException {
    host.certified(made).with("etc/default/docker", "").secure("web", "--apply");
    String changed = host.text("etc/default/docker") + "X=1\n";
    host.with("etc/default/docker", changed);
    assertThat(host.secure("--undo", "--apply"))
        .contains("etc/default/docker: it was changed since; as it was: ")
        .contains("meta.json: the changed file needs it", "but for what is kept");
    assertThat(host.text("etc/default/docker")).isEqualTo(changed);
  }

  @Test
  void keysAreForTheirOwnerAlone() throws IOException {
    for (String key : new String[] {"ca-key.pem", "server-key.pem", "client/key.pem"}) {
      assertThat(permissions("etc/docker/gantry/" + key)).isEqualTo("rw-------");
    }
    assertThat(permissions("etc/docker/gantry")).isEqualTo("rwx------");
    assertThat(permissions("etc/docker")).isEqualTo("rwxr-xr-x");
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(first.resolve(file)));
  }

  @Test
  void renewalKeepsTheAuthorityAndNewNamesKeepTheClient() throws IOException {
    host.systemd().certified(made).secure("web", "--apply");
    Map<String, String> before = host.files();
    host.secure("web", "db", "--apply");
    Map<String, String> named = host.files();
    String gantry = "etc/docker/gantry/";
    assertThat(named.get(gantry + "client/cert.pem"))
        .isEqualTo(before.get(gantry + "client/cert.pem"));
    assertThat(named.get(gantry + "server.pem")).isNotEqualTo(before.get(gantry + "server.pem"));
    host.secure("web", "db", "--apply", "--renew");
    assertThat(host.text(gantry + "ca.pem")).isEqualTo(before.get(gantry + "ca.pem"));
    assertThat(host.text(gantry + "client/key.pem"))
        .isNotEqualTo(before.get(gantry + "client/key.pem"));
  }

  @Test
  void lostKeyOfTheAuthorityIsRefused() throws IOException {
    host.systemd().certified(made);
    Files.delete(folder.resolve("etc/docker/gantry/ca-key.pem"));
    assertThatThrownBy(() -> host.secure("web", "--renew")).hasMessageContaining("put it back");
  }

  @Test
  void contextOfAnotherEngineIsRefused() throws IOException {
    assertThatThrownBy(() -> made.secure("web", "--port", "2377"))
        .hasMessage(
            "there is a context 'web' already, for tcp://web:2376 and not for tcp://web:2377: give"
                + " another name with --context");
  }

  @Test
  void certificateThatEndsSoonIsMadeAnewByTheSameAuthority() throws Exception {
    String gantry = "etc/docker/gantry/";
    CertifiedKey ca =
        new CertifiedKey(
            Pem.certificate(made.text(gantry + "ca.pem")),
            Pem.key(made.text(gantry + "ca-key.pem")));
    CertifiedKey old =
        CertificateMaker.certificate("Docker client")
            .valid(Instant.now(), Instant.now().plus(Duration.ofDays(29)))
            .signedBy(ca);
    host.systemd()
        .certified(made)
        .with(gantry + "client/cert.pem", Pem.write(old.certificate()))
        .with(gantry + "client/key.pem", Pem.write(old.key()));
    assertThat(host.secure("web", "--apply"))
        .contains("anew " + folder.toRealPath().resolve(gantry + "client/cert.pem"))
        .doesNotContain("anew " + folder.toRealPath().resolve(gantry + "server.pem"));
    Pem.certificate(host.text(gantry + "client/cert.pem")).verify(ca.certificate().getPublicKey());
  }

  @Test
  void undoKeepsWhatHasNoBackupAnyMore() throws IOException {
    host.certified(made).with("etc/default/docker", "X=1\n").secure("web", "--apply");
    try (Stream<Path> files = Files.list(folder.resolve("etc/default"))) {
      for (Path each : files.filter(file -> file.toString().contains("backup")).toList()) {
        Files.delete(each);
      }
    }
    assertThat(host.secure("--undo", "--apply")).contains("what was there before is gone");
    assertThat(host.text("etc/default/docker")).contains("X=1\n", "--tlsverify");
  }
}
