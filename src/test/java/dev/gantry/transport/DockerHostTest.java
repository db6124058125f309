package dev.gantry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.transport.DockerHost.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerHostTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                        | The Docker host is empty; write for example"
            + " unix:///var/run/docker.sock",
        "unix:/run/docker.sock       | after the scheme come ':' and two slashes",
        "/var/run/docker.sock        | it has no scheme; did you mean"
            + " 'unix:///var/run/docker.sock'?",
        "unx:///x                    | unknown scheme 'unx'; did you mean 'unix'? (known: unix,"
            + " tcp, http, https, ssh)",
        "fd://                       | sockets that systemd hands over are for the daemon",
        "npipe:////./pipe/docker     | named pipes of Windows are not supported; let the daemon"
            + " listen on tcp://127.0.0.1:2375",
        "http://                     | the host is missing, as in http://127.0.0.1",
        "ssh://:22                   | the host is missing, as in ssh://127.0.0.1",
        "https:///prefix             | the host is missing",
        "tcp://h:many                | 'many' is no port number",
        "tcp://h:-1                  | '-1' is no port number",
        "tcp://h:0                   | port 0 is not between 1 and 65535",
        "tcp://h:65536               | port 65536 is not between 1 and 65535",
        "tcp://h:99999999999999      | is not between 1 and 65535",
        "tcp://::1                   | an IPv6 address stands in brackets, as in tcp://[::1]:2375",
        "tcp://[::1                  | what should be host and port is neither",
        "tcp://me@h:1                | a user is only possible with ssh://",
        "tcp://h:1?x=1               | it takes no query ('?') and no fragment ('#')",
        "tcp://h:1#x                 | it takes no query ('?') and no fragment ('#')",
        "ssh://-oProxyCommand=x      | '-oProxyCommand=x' is no host name",
        "ssh://@h                    | the user before '@' is missing",
        "tcp://a b                   | 'a b' is no host name"
      })
  void textThatNamesNoDaemonSaysWhichPartIsWrong(String text, String why) {
    assertThatThrownBy(() -> DockerHost.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://me:s3cret@h", "tcp://me:s3cret@h:1", "me:s3cret@h"})
  void passwordIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> DockerHost.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void socketPathLongerThanTheSystemTakesIsRefused() {
    String longest = "/" + "x".repeat(106);
    assertThat(DockerHost.parse("unix://" + longest).path()).isEqualTo(longest);
    assertThatThrownBy(() -> DockerHost.parse("unix://" + longest + "x"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("at most 107 bytes, and this one has 108");
    assertThatThrownBy(() -> DockerHost.parse("unix:///" + "ü".repeat(54)))
        .hasMessageContaining("this one has 109");
    assertThat(DockerHost.parse("unix://@" + "x".repeat(107)).path()).hasSize(108);
    assertThatThrownBy(() -> DockerHost.parse("unix://@" + "x".repeat(108)))
        .hasMessageContaining("at most 108 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://h,                  tcp://h:2375,              h,         2375, ''",
    "tcp://h:,                 tcp://h:2375,              h,         2375, ''",
    "tcp://:2999,              tcp://localhost:2999,      localhost, 2999, ''",
    "tcp://,                   tcp://localhost:2375,      localhost, 2375, ''",
    "tcp:///prefix,            tcp://localhost:2375/prefix, localhost, 2375, /prefix",
    ":2999,                    tcp://localhost:2999,      localhost, 2999, ''",
    "127.0.0.1,                tcp://127.0.0.1:2375,      127.0.0.1, 2375, ''",
    "engine:9/p,               tcp://engine:9/p,          engine,    9,    /p",
    "[::1]:,                   tcp://[::1]:2375,          ::1,       2375, ''",
    "tcp://[fe80::1%25eth0]:9, tcp://[fe80::1%eth0]:9,    fe80::1%eth0, 9, ''",
    "TCP://h:1/,               tcp://h:1,                 h,         1,    ''",
    "tcp://h:1/a/b/,           tcp://h:1/a/b,             h,         1,    /a/b",
    "tcp://[::1],              tcp://[::1]:2375,          ::1,       2375, ''",
    "tcp://[::1]:9/p,          tcp://[::1]:9/p,           ::1,       9,    /p",
    "http://h,                 http://h:80,               h,         80,   ''",
    "https://h,                https://h:443,             h,         443,  ''",
    "ssh://h,                  ssh://h,                   h,         -1,   ''",
    "ssh://me@h:22,            ssh://me@h:22,             h,         22,   ''",
    "ssh://h/run/docker.sock,  ssh://h/run/docker.sock,   h,         -1,   ''",
    "unix://,                  unix:///var/run/docker.sock, '',      -1,   ''",
    "unix://@engine,           unix://@engine,            '',        -1,   ''",
    "unix:///run/docker.sock,  unix:///run/docker.sock,   '',        -1,   ''",
    "' unix://rel/x.sock ',    unix://rel/x.sock,         '',        -1,   ''"
  })
  void urlIsReadAndWrittenAgain(String text, String url, String name, int port, String basePath) {
    DockerHost host = DockerHost.parse(text);
    assertThat(host).hasToString(url);
    assertThat(DockerHost.parse(url)).isEqualTo(host);
    assertThat(host.host()).isEqualTo(name);
    assertThat(host.port()).isEqualTo(port);
    assertThat(host.basePath()).isEqualTo(basePath);
  }

  @Test
  void partsOfUnixAndSshAreTold() {
    assertThat(DockerHost.ofDefaultSocket().path()).isEqualTo("/var/run/docker.sock");
    DockerHost ssh = DockerHost.parse("ssh://me@h/run/x.sock");
    assertThat(ssh.scheme()).isEqualTo(Scheme.SSH);
    assertThat(ssh.user()).isEqualTo("me");
    assertThat(ssh.path()).isEqualTo("/run/x.sock");
  }

  @ParameterizedTest
  @CsvSource({
    "unix:///x, true",
    "tcp://127.0.0.1:1, true",
    "tcp://127.8.9.250, true",
    "tcp://LOCALHOST, true",
    "tcp://[::1], true",
    "tcp://[0:0:0:0:0:0:0:1], true",
    "tcp://[::ffff:127.0.0.1], true",
    "tcp://127.0.0.1.example.com, false",
    "tcp://127.0.0.256, false",
    "tcp://128.0.0.1, false",
    "tcp://localhost.example.com, false",
    "tcp://0.0.0.0, false",
    "tcp://[::], false",
    "tcp://[fe80::1], false",
    "ssh://host, false"
  })
  void onlyThisMachineIsLoopback(String url, boolean loopback) {
    assertThat(DockerHost.parse(url).isLoopback()).isEqualTo(loopback);
  }
}
