package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import dev.gantry.testing.WithPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logging in to a registry that wants a password, and out of it. */
@Timeout(120)
class LoginTest {
  private static final String LOGIN =
      "docker.login(host, username: registry.user(), password: registry.password())";

  @TempDir Path folder;

  @OnEngines
  void whatIsMissingIsSaidWithoutATerminal(TestEngine engine, @WithPassword TestRegistry registry) {
    Wallet wallet = Wallet.in(folder, engine, registry);
    assertThat(wallet.failure("docker.login(host)"))
        .isEqualTo(
            ("login at %1$s wants both, as in docker.login('%1$s', username: 'me', password: '…');"
                    + " there is no terminal to ask for them")
                .formatted(registry.host()));
    assertThat(wallet.failure("docker.login(host, username: ' ', password: 'x')"))
        .isEqualTo("option 'username' of login is empty");
    assertThat(wallet.failure("docker.login(host, passwordStdin: true)"))
        .isEqualTo("option 'passwordStdin' of login goes with 'username', and without 'password'");
    assertThat(wallet.failure("docker.login(host, pasword: 'x')"))
        .isEqualTo("unknown option 'pasword' for login; did you mean 'password'?");
    assertThat(folder.resolve("config.json")).doesNotExist();
  }

  @OnEngines
  void wrongPasswordIsRefusedAndWhatWasKeptStays(
      TestEngine engine, @WithPassword TestRegistry registry) throws Exception {
    Wallet wallet = Wallet.in(folder, engine, registry).filled();
    String before = wallet.config();
    assertThat(wallet.failure("docker.login(host, username: 'me', password: 'hunter2')"))
        .contains("Cannot check credentials: ")
        .contains("401 Unauthorized")
        .doesNotContain("hunter2");
    assertThat(wallet.config()).isEqualTo(before);
    assertThat(wallet.said()).isEmpty();
  }

  @OnEngines
  void fileThatCannotBeReadIsNotOverwritten(TestEngine engine, @WithPassword TestRegistry registry)
      throws Exception {
    Wallet wallet = Wallet.in(folder, engine, registry);
    wallet.write("{\"auths\": ");
    assertThat(wallet.failure(LOGIN)).startsWith("Error loading config file (");
    assertThat(wallet.failure("docker.logout(host)")).startsWith("Error loading config file (");
    assertThat(wallet.config()).isEqualTo("{\"auths\": ");
  }

  @OnEngines
  void loginIsKeptAndLogoutForgetsIt(TestEngine engine, @WithPassword TestRegistry registry)
      throws Exception {
    Wallet wallet = Wallet.in(folder, engine, registry);
    assertThat(wallet.run(LOGIN))
        .isEqualTo(
            "{Status=Login Succeeded, Registry=%s, Username=%s, StoredIn=%s}"
                .formatted(registry.host(), registry.user(), folder.resolve("config.json")));
    assertThat(wallet.said())
        .singleElement()
        .asString()
        .startsWith("WARNING! Your credentials are stored unencrypted in ")
        .doesNotContain(registry.password());
    assertThat(Files.getPosixFilePermissions(folder.resolve("config.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(wallet.run("docker.login(\"http://$host/v2/\").Status"))
        .isEqualTo("Login Succeeded");
    assertThat(wallet.run("docker.logout(host)"))
        .isEqualTo("{Status=Login Removed, Registry=%s}".formatted(registry.host()));
    assertThat(wallet.config()).isEqualTo("{\n\t\"auths\": {}\n}");
  }

  @OnEngines
  void whatIsMissingIsAskedFor(TestEngine engine, @WithPassword TestRegistry registry) {
    List<String> asked = new ArrayList<>();
    Prompt person =
        new Prompt() {
          @Override
          public boolean isPossible() {
            return true;
          }

          @Override
          public String ask(String question) {
            asked.add(question);
            return registry.user();
          }

          @Override
          public String askSecretly(String question) {
            asked.add(question);
            return registry.password();
          }

          @Override
          public String piped() {
            return registry.password();
          }
        };
    Wallet wallet = Wallet.in(folder, engine, registry);
    assertThat(wallet.run(person, "docker.login(host).Status")).isEqualTo("Login Succeeded");
    assertThat(asked).containsExactly("Username: ", "Password: ");
    String piped = "docker.login(host) { username = registry.user(); passwordStdin = true }.Status";
    assertThat(wallet.run(person, piped)).isEqualTo("Login Succeeded");
    assertThat(asked).hasSize(2);
  }
}
