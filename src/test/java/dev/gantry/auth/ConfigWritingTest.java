package dev.gantry.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigWritingTest {
  private static final Login LOGIN = Login.of("r:5000", "me", "p<&>");

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  private Path file() {
    return folder.resolve("config.json");
  }

  private Keyring keyring(Path folder) {
    return Keyring.in(Map.of("DOCKER_CONFIG", folder.toString()), said::add);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void fileThatCannotBeReadIsNotOverwritten() throws Exception {
    Files.writeString(file(), "{\"auths\": ");
    assertThatThrownBy(keyring(folder)::requireReadable)
        .isInstanceOf(CredentialsException.class)
        .hasMessageStartingWith("Error loading config file (" + file() + ")")
        .hasMessageEndingWith("for what is in it would be lost");
  }

  @Test
  void folderThatCannotBeMadeIsAnErrorAndLeavesNothing() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    Keyring keyring = keyring(folder.resolve("file/config"));
    assertThatThrownBy(() -> keyring.keep(LOGIN))
        .hasMessageStartingWith("cannot write " + folder.resolve("file/config/config.json") + ": ")
        .hasMessageNotContaining("p<&>");
  }

  @Test
  void newFileIsItsOwnersAlone() throws Exception {
    Path fresh = folder.resolve("a/b");
    assertThat(keyring(fresh).keep(LOGIN)).isEqualTo(fresh.resolve("config.json").toString());
    assertThat(mode(fresh)).isEqualTo("rwx------");
    assertThat(mode(fresh.resolve("config.json"))).isEqualTo("rw-------");
    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("WARNING! Your credentials are stored unencrypted in '" + fresh)
        .doesNotContain("p<&>");
    assertThat(keyring(fresh).find("r:5000")).isEqualTo(LOGIN);
  }

  @Test
  void everythingElseInTheFileStays() throws Exception {
    Files.writeString(
        file(),
        """
        {"own": {"z": 1.10, "a": [true, null, {}]}, "currentContext": "far", "psFormat": "",
          "credHelpers": {"z.example.com": "z", "a.example.com": "a"}, "detachKeys": "ctrl-e,e",
          "proxies": {"default": {"noProxy": "x", "httpProxy": "http://p?a=1&b=<2>", "more": 1}},
          "auths": {"z": {"auth": "bWU6eA==", "later": [1]}, "odd": {"auth": "?"}}}
        """);
    keyring(folder).keep(LOGIN);
    assertThat(Files.readString(file()).replace('\t', ' '))
        .isEqualTo(
            """
            {
             "auths": {
              "odd": {
               "auth": "?"
              },
              "r:5000": {
               "auth": "bWU6cDwmPg=="
              },
              "z": {
               "auth": "bWU6eA==",
               "later": [
                1
               ]
              }
             },
             "detachKeys": "ctrl-e,e",
             "credHelpers": {
              "a.example.com": "a",
              "z.example.com": "z"
             },
             "proxies": {
              "default": {
               "httpProxy": "http://p?a=1\\u0026b=\\u003c2\\u003e",
               "noProxy": "x",
               "more": 1
              }
             },
             "currentContext": "far",
             "own": {
              "z": 1.10,
              "a": [
               true,
               null,
               {}
              ]
             }
            }\
            """);
  }

  @Test
  void linkStaysALinkAndTheModeOfItsTargetStays() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.json");
    Files.createSymbolicLink(file(), Path.of("elsewhere/real.json"));
    keyring(folder).keep(LOGIN);
    assertThat(mode(elsewhere)).as("where nothing was").isEqualTo("rw-------");
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r-----"));
    keyring(folder).forget("r:5000");
    assertThat(file()).isSymbolicLink();
    assertThat(elsewhere).hasContent("{\n\t\"auths\": {}\n}");
    assertThat(mode(elsewhere)).isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(elsewhere.getParent())) {
      assertThat(files).as("nothing else is left").hasSize(1);
    }
  }

  @Test
  void nothingIsWrittenWhenNothingChanges() throws Exception {
    Files.writeString(file(), "{\"auths\": {\"r:5000\": {\"auth\": \"bWU6cDwmPg==\"}}}");
    keyring(folder).keep(LOGIN);
    keyring(folder).forget("other");
    assertThat(Files.readString(file())).doesNotContain("\n");
    assertThat(said).isEmpty();
  }
}
