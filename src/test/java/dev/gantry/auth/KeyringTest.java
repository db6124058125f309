package dev.gantry.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KeyringTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private FakeProgram programs;

  @BeforeEach
  void folder() {
    programs = new FakeProgram(folder);
  }

  private static String auth(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private Keyring keyring(String config) throws IOException {
    Files.writeString(folder.resolve("config.json"), config);
    return Keyring.in(programs.env(), said::add);
  }

  private String who(Keyring keyring, String registry) {
    Login login = keyring.find(registry);
    return login.field("username") + ":" + login.field("password");
  }

  @Test
  void entriesAreFoundUnderEveryNameThatTheDockerCliUses() throws Exception {
    Keyring keyring =
        keyring(
            """
            {"auths": {"https://index.docker.io/v1/": {"auth": "%s"},
              "https://old.example.com/v1/": {"auth": "%s"}, "r.example.com:5000": {"auth": "%s"},
              "plain.example.com": {"username": "p", "password": "q"},
              "t.example.com": {"identitytoken": "T", "registrytoken": "R"}}}
            """
                .formatted(auth("hub:1"), auth("old:2:3"), auth("new:ü")));
    assertThat(who(keyring, "docker.io")).isEqualTo("hub:1");
    assertThat(who(keyring, "index.docker.io")).isEqualTo("hub:1");
    assertThat(who(keyring, "old.example.com")).isEqualTo("old:2:3");
    assertThat(who(keyring, "r.example.com:5000")).isEqualTo("new:ü");
    assertThat(who(keyring, "plain.example.com")).isEqualTo("p:q");
    assertThat(keyring.find("t.example.com").sent())
        .isEqualTo(
            Map.of("identitytoken", "T", "registrytoken", "R", "serveraddress", "t.example.com"));
    assertThat(keyring.find("r.example.com").isNobody()).isTrue();
    assertThat(keyring.all()).hasSize(5);
    assertThat(keyring.find("docker.io").toString()).doesNotContain("hub:1");
    assertThat(said).isEmpty();
  }

  @Test
  void wrongEntryIsToldAndTheOthersStand() throws Exception {
    Keyring keyring =
        keyring(
            "{\"auths\": {\"a\": {\"auth\": \"c2VjcmV0\"}, \"b\": {\"auth\": \"%s\"}}}"
                .formatted(auth("me:x")));
    assertThat(keyring.find("a").isNobody()).isTrue();
    assertThat(who(keyring, "b")).isEqualTo("me:x");
    assertThat(said)
        .containsExactly(
            "WARNING: the entry 'a' of \"auths\" in %s is not used: 'auth' is not the base64 of a name and a password"
                .formatted(folder.resolve("config.json")));
  }

  @Test
  void helperOfTheRegistryComesBeforeTheOneForAllAndThatBeforeTheFile() throws Exception {
    programs.having("all", FakeProgram.KEEPING);
    programs.having("one", "#!/bin/sh\necho '{\"Username\": \"one\", \"Secret\": \"1\"}'");
    Keyring keyring =
        keyring(
            """
            {"auths": {"r": {"auth": "%s", "registrytoken": "R"}}, "credsStore": "all",
              "credHelpers": {"o.example.com": "one", "g.example.com": "gone"}}
            """
                .formatted(auth("file:0")));
    assertThat(who(keyring, "o.example.com")).isEqualTo("one:1");
    assertThat(keyring.find("r").fields()).isEqualTo(Map.of("registrytoken", "R"));
    keyring.keep(Login.of("r", "all", "2"));
    assertThat(who(keyring, "r")).isEqualTo("all:2");
    assertThat(programs.asked()).filteredOn(it -> it.startsWith("get")).hasSize(2);
    assertThatThrownBy(() -> keyring.find("g.example.com"))
        .hasMessageContaining(
            "docker-credential-gone is not on the PATH (asked for by \"credHelpers\":"
                + " {\"g.example.com\": \"gone\"} in ");
    assertThat(keyring.all().keySet()).containsExactly("r", "o.example.com");
    assertThat(said).singleElement().asString().contains("docker-credential-gone");
  }

  @Test
  void environmentComesFirst() throws Exception {
    Map<String, String> env = new HashMap<>(programs.env());
    env.put("DOCKER_AUTH_CONFIG", "{\"auths\": {\"r\": {\"auth\": \"" + auth("env:1") + "\"}}}");
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\": {\"r\": {\"auth\": \"%s\"}, \"s\": {\"auth\": \"%1$s\"}}}"
            .formatted(auth("file:2")));
    Keyring keyring = Keyring.in(env, said::add);
    assertThat(who(keyring, "r")).isEqualTo("env:1");
    assertThat(who(keyring, "s")).isEqualTo("file:2");
    assertThat(keyring.overruling().orElseThrow()).contains("DOCKER_AUTH_CONFIG");
    env.put("DOCKER_AUTH_CONFIG", "{\"auths\": {\"r\": {\"email\": \"hunter2\"}}}");
    assertThat(who(Keyring.in(env, said::add), "r")).isEqualTo("file:2");
    assertThat(said)
        .containsExactly(
            "WARNING: DOCKER_AUTH_CONFIG is not used: it may have nothing but 'auth', and has"
                + " 'email'");
  }

  @Test
  void helperOfThePlatformIsTakenWhereNothingIsSaid() throws Exception {
    for (String name : List.of("secretservice", "pass", "osxkeychain")) {
      programs.having(name, FakeProgram.KEEPING);
    }
    Keyring keyring = Keyring.in(programs.env(), said::add);
    String name = keyring.keep(Login.of("r", "me", "x")).replace("docker-credential-", "");
    assertThat(folder.resolve("config.json"))
        .hasContent(
            "{\n\t\"auths\": {\n\t\t\"r\": {}\n\t},\n\t\"credsStore\": \"%s\"\n}".formatted(name));
    keyring.forget("r");
    assertThat(keyring.find("r").isNobody()).isTrue();
  }
}
