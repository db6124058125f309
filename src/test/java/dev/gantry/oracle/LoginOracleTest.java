package dev.gantry.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import dev.gantry.testing.WithPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logins that one side keeps, the other uses; and both write the same file. Older CLIs drop what
 * they do not know, such as {@code allProxy}.
 */
@Timeout(120)
class LoginOracleTest {
  private static final String CONFIG =
      """
      {"currentContext": "default", "HttpHeaders": {"X-B": "a<b>&c", "X-A": "é"}, "psFormat": "",
        "credHelpers": {"z.example.com": "z", "a.example.com": "a"}, "detachKeys": "ctrl-e,e",
        "proxies": {"default": {"noProxy": "x", "httpProxy": "http://p", "ftpProxy": "http://q"}},
        "plugins": {"b": {"y": "1", "x": "2"}, "a": {}}, "pruneFilters": ["label!=keep"],
        "auths": {"z.example.com": {"auth": "bWU6eA==", "email": "me@example.com"},
          "https://old.example.com/v1/": {"username": "me", "password": "y"},
          "t.example.com": {"identitytoken": "t"}, "empty.example.com": {}},
        "aliases": {"builder": "buildx"}, "cliPluginsExtraDirs": ["/nowhere"]}
      """;

  @TempDir Path ours;
  @TempDir Path theirs;

  private Docker docker(TestEngine engine) {
    return new Docker(
        engine.client(), new Caller(ours, Map.of("DOCKER_CONFIG", ours.toString()), Notices.NONE));
  }

  @OnEngines
  void bothWriteTheSameFile(TestEngine engine, @WithPassword TestRegistry registry)
      throws Exception {
    Docker docker = docker(engine);
    Cli cli = Cli.of(engine, theirs);
    for (String config : List.of(CONFIG, "{}")) {
      Files.writeString(ours.resolve("config.json"), config);
      Files.writeString(theirs.resolve("config.json"), config);
      docker.login(
          Map.of("username", registry.user(), "password", registry.password()), registry.host());
      Cli.Output output =
          cli.run(
              List.of("login", "-u", registry.user(), "-p", registry.password(), registry.host()));
      assertThat(output.out()).contains("Login Succeeded");
      assertThat(ours.resolve("config.json")).hasSameBinaryContentAs(theirs.resolve("config.json"));
      assertThat(Files.getPosixFilePermissions(ours.resolve("config.json")))
          .isEqualTo(Files.getPosixFilePermissions(theirs.resolve("config.json")));
      docker.logout(registry.host());
      cli.run(List.of("logout", registry.host()));
      assertThat(ours.resolve("config.json")).hasSameBinaryContentAs(theirs.resolve("config.json"));
    }
  }

  @OnEngines
  void whatOneKeepsTheOtherUses(TestEngine engine, @WithPassword TestRegistry registry)
      throws Exception {
    Docker docker = docker(engine);
    String name = registry.host() + "/dsl-o-login:1";
    docker.login(
        Map.of("username", registry.user(), "password", registry.password()), registry.host());
    Cli reader = Cli.of(engine, ours);
    reader.run(List.of("tag", "busybox", name));
    try {
      assertThat(reader.run(List.of("push", name)).status()).isZero();
      docker.logout(registry.host());
      assertThat(reader.run(List.of("push", name)).status()).isNotZero();
      reader.run(
          List.of("login", "-u", registry.user(), "-p", registry.password(), registry.host()));
      assertThat(docker.getImages().push(name)).asString().contains("sha256:");
    } finally {
      reader.run(List.of("rmi", name));
    }
  }
}
