package dev.gantry.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {
  @TempDir Path folder;

  @Test
  void brokenFileIsToldWithoutWhatIsInIt() throws IOException {
    assertThat(look("{\"auths\": {\"r\": {\"auth\": \"c2VjcmV0\"}}, nonsense"))
        .singleElement()
        .asString()
        .startsWith("warning " + folder.resolve("config.json") + " cannot be used: ")
        .doesNotContain("WARNING")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void missingHelperIsNamed() throws IOException {
    assertThat(look("{\"credsStore\": \"gone\", \"credHelpers\": {\"r\": \"there\"}}"))
        .element(1)
        .isEqualTo(
            "warning the config file wants docker-credential-gone, which is not on the PATH");
  }

  @Test
  void helperOnThePathIsFound() throws IOException {
    Path helper = Files.createFile(folder.resolve("docker-credential-there"));
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    assertThat(look("{\"credsStore\": \"there\"}"))
        .element(1)
        .isEqualTo("ok docker-credential-there is on the PATH");
  }

  @Test
  void passwordsThatOthersMayReadAreAWarning() throws IOException {
    String text = "{\"auths\": {\"r\": {\"auth\": \"c2VjcmV0\"}}}";
    assertThat(look(text)).singleElement().asString().startsWith("ok ");
    rights("rw-r--r--");
    assertThat(look()).singleElement().asString().startsWith("warning ").contains("rw-r--r--");
    assertThat(look("{\"auths\": {\"r\": {}}}")).singleElement().asString().startsWith("ok ");
  }

  @Test
  void noFileIsFine() {
    assertThat(look()).singleElement().asString().contains("is not there, and need not be");
  }

  private List<String> look(String text) throws IOException {
    Files.writeString(folder.resolve("config.json"), text);
    rights("rw-------");
    return look();
  }

  private void rights(String text) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("config.json"), PosixFilePermissions.fromString(text));
  }

  private List<String> look() {
    Map<String, String> env =
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", "/nowhere:" + folder);
    return new ConfigCheck()
        .look(Patients.with(env)).stream()
            .map(each -> each.status() + " " + each.detail())
            .toList();
  }
}
