package dev.gantry.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CredentialProgramTest {
  private static final String ORIGIN = "asked for by \"credsStore\": \"fake\" in config.json";

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private FakeProgram programs;

  @BeforeEach
  void folder() {
    programs = new FakeProgram(folder);
  }

  private CredentialProgram running(String script, Duration patience) throws IOException {
    programs.having("fake", "#!/bin/sh\n" + script);
    return new CredentialProgram(
        "fake", ORIGIN, new CredentialProgram.Setting(programs.env(), patience, said::add));
  }

  private CredentialProgram running(String script) throws IOException {
    return running(script, Duration.ofSeconds(30));
  }

  @Test
  void missingProgramIsNamedWithTheLineThatAsksForIt() {
    CredentialProgram missing =
        new CredentialProgram(
            "gone",
            ORIGIN,
            new CredentialProgram.Setting(programs.env(), Duration.ofSeconds(30), said::add));
    assertThatThrownBy(() -> missing.get("r.example.com"))
        .isInstanceOf(CredentialsException.class)
        .hasMessage("credential helper docker-credential-gone is not on the PATH (" + ORIGIN + ")");
  }

  @Test
  void programThatHangsIsStopped() throws Exception {
    CredentialProgram hanging = running("sleep 600 & wait", Duration.ofMillis(300));
    assertThatThrownBy(() -> hanging.get("r.example.com"))
        .hasMessageContaining("failed to get: it gave no answer within 0 s and was stopped");
  }

  @Test
  void programThatFailsIsQuotedWithoutAnySecret() throws Exception {
    CredentialProgram failing = running("cat >&2; echo vault is sealed; exit 3");
    assertThatThrownBy(() -> failing.get("r.example.com"))
        .hasMessage(
            "credential helper docker-credential-fake failed to get: it ended with status 3:"
                + " vault is sealed r.example.com ("
                + ORIGIN
                + ")");
    assertThatThrownBy(() -> failing.store(Login.of("r.example.com", "me", "hunter2")))
        .hasMessageContaining("vault is sealed")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "", "[]", "{\"Username\": \"me\", \"Secret\": \"hunter2\""})
  void rubbishIsNotShown(String rubbish) throws Exception {
    CredentialProgram babbling = running("printf '%s' '" + rubbish + "'");
    assertThatThrownBy(() -> babbling.get("r.example.com"))
        .hasMessageContaining("failed to get: it printed no JSON object")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credentials not found in native keychain",
        "no credentials server URL",
        "no credentials username",
        "The specified item could not be found in the keychain.",
        "Element not found."
      })
  void everyWordingForNotFoundMeansNobody(String words) throws Exception {
    assertThat(running("echo '" + words + "'; exit 1").get("r.example.com").isNobody()).isTrue();
    assertThat(running("echo '" + words + "' >&2; exit 1").get("r").isNobody()).isTrue();
    running("echo '" + words + "'; exit 1").erase("r.example.com");
  }

  @Test
  void whatItWarnsOfIsHeardWithoutTheSecret() throws Exception {
    Login login =
        running(
                "echo 'soon over: hunter2' >&2; echo"
                    + " '{\"Username\":\"me\",\"Secret\":\"hunter2\"}'")
            .get("r.example.com");
    assertThat(login.field("password")).isEqualTo("hunter2");
    assertThat(said).containsExactly("docker-credential-fake: soon over: ***");
  }

  @Test
  void nameForATokenMeansAnIdentityToken() throws Exception {
    programs.having("fake", FakeProgram.KEEPING);
    CredentialProgram keeping =
        new CredentialProgram(
            "fake",
            ORIGIN,
            new CredentialProgram.Setting(programs.env(), Duration.ofSeconds(30), said::add));
    keeping.store(Login.of("r.example.com:5000", "me", "x").withIdentityToken("t0k3n"));
    assertThat(keeping.get("r.example.com:5000").sent())
        .isEqualTo(Map.of("identitytoken", "t0k3n", "serveraddress", "r.example.com:5000"));
    assertThat(keeping.list()).containsExactly("r.example.com:5000");
    keeping.erase("r.example.com:5000");
    assertThat(keeping.get("r.example.com:5000").isNobody()).isTrue();
    assertThat(programs.asked().get(0))
        .isEqualTo(
            "store"
                + " {\"ServerURL\":\"r.example.com:5000\",\"Username\":\"<token>\",\"Secret\":\"t0k3n\"}");
  }
}
