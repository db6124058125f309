package dev.gantry.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path folder;

  private ConfigFile holding(String text) throws IOException {
    Files.writeString(folder.resolve("config.json"), text);
    return ConfigFile.in(Map.of("DOCKER_CONFIG", folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"auths\": {\"r\": {\"auth\": \"c2VjcmV0\"}", "[1]", "5", "{'a': 1}"})
  void malformedFileSaysNothingAndAWarningShowsNothingOfIt(String text) throws Exception {
    ConfigFile config = holding(text);
    assertThat(config.get("auths")).isNull();
    assertThat(config.warning().orElseThrow())
        .startsWith("WARNING: Error loading config file (" + folder.resolve("config.json") + "): ")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void folderInItsPlaceIsNamed() throws Exception {
    Files.createDirectory(folder.resolve("config.json"));
    ConfigFile config = ConfigFile.in(Map.of("DOCKER_CONFIG", folder.toString()));
    assertThat(config.warning().orElseThrow()).endsWith("it is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "{} and more"})
  void fileWithNothingInItIsNoMistake(String text) throws Exception {
    ConfigFile config = holding(text);
    assertThat(config.warning()).isEmpty();
    assertThat(config.text("currentContext")).isEmpty();
  }

  @Test
  void missingFileSaysNothing() {
    ConfigFile config = ConfigFile.in(Map.of("HOME", folder.toString()));
    assertThat(config.path()).isEqualTo(folder.resolve(".docker/config.json"));
    assertThat(config.folder()).isEqualTo(folder.resolve(".docker"));
    assertThat(config.warning()).isEmpty();
    assertThat(config.map("auths")).isEmpty();
  }

  @Test
  void valuesAreFoundUnderAnyCapitals() throws Exception {
    ConfigFile config = holding("{\"httpheaders\": {\"A\": \"b\"}, \"currentContext\": \"far\"}");
    assertThat(config.map("HttpHeaders")).containsEntry("A", "b");
    assertThat(config.text("currentContext")).isEqualTo("far");
    assertThat(config.text("HttpHeaders")).as("of another type").isEmpty();
  }
}
