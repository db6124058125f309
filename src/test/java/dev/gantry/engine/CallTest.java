package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.engine.Call.Checks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {
  private static final ApiVersion V41 = new ApiVersion(1, 41);

  private static Call call(String operation, Map<String, ? extends @Nullable Object> parameters) {
    return new Call(Catalogue.shipped().operation(operation), parameters, Checks.STRICT);
  }

  private static void assertRefused(
      String operation, Map<String, Object> parameters, String version, String sentence) {
    assertThatThrownBy(() -> call(operation, parameters).checkedFor(ApiVersion.parse(version)))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  @Test
  void unknownParameterSuggestsTheNearest() {
    assertRefused(
        "ContainerList",
        Map.of("filter", Map.of()),
        "1.41",
        "unknown parameter 'filter' for ContainerList; did you mean 'filters'?");
  }

  @Test
  void unknownParameterOfAnOperationWithoutAnySaysSo() {
    assertRefused(
        "SystemInfo",
        Map.of("all", true),
        "1.41",
        "unknown parameter 'all' for SystemInfo; it takes none");
  }

  @Test
  void missingParameterIsRefused() {
    assertRefused(
        "ContainerStart", Map.of(), "1.41", "parameter 'id' of ContainerStart is missing");
    assertRefused(
        "ContainerCreate",
        Map.of("name", "web"),
        "1.41",
        "parameter 'body' of ContainerCreate is missing");
  }

  @Test
  void operationOfANewerVersionIsRefused() {
    assertRefused(
        "VolumeUpdate",
        Map.of("name", "v", "version", 1),
        "1.41",
        "VolumeUpdate needs API 1.42, and 1.41 is spoken");
  }

  @Test
  void parameterOfANewerVersionIsRefused() {
    assertRefused(
        "ContainerStop",
        Map.of("id", "web", "signal", "HUP"),
        "1.41",
        "parameter 'signal' of ContainerStop needs API 1.42, and 1.41 is spoken");
  }

  @Test
  void parameterThatIsGoneIsRefused() {
    assertRefused(
        "BuildPrune",
        Map.of("keep-storage", 1),
        "1.52",
        "parameter 'keep-storage' of BuildPrune is gone since API 1.52, and 1.52 is spoken");
  }

  @Test
  void parameterIsAllowedUpToTheVersionBeforeItWent() {
    Call call = call("BuildPrune", Map.of("keep-storage", 1)).checkedFor(ApiVersion.parse("1.51"));

    assertThat(call.query()).hasToString("keep-storage=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "a/../b", "/web", "a//b", "a/", "a\u0000b"})
  void nameThatLeadsToAnotherPathIsRefused(String name) {
    assertThatThrownBy(() -> call("ImageInspect", Map.of("name", name)).path())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "parameter 'name' of ImageInspect is no name: '" + name.replace("\0", "\\u0000") + "'");
  }

  @Test
  void emptyNameIsRefused() {
    assertThatThrownBy(() -> call("ContainerDelete", Map.of("id", "")).path())
        .isInstanceOf(UsageException.class)
        .hasMessage("parameter 'id' of ContainerDelete is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "alpine, alpine",
    "localhost:5000/team/app:1.0, localhost:5000/team/app:1.0",
    "app@sha256:0a, app@sha256:0a",
    "a b, a%20b",
    "größe, gr%C3%B6%C3%9Fe",
    "a?x=1, a%3Fx%3D1",
    "a#b, a%23b",
    "%2e%2e, %252e%252e",
    "a+b, a%2Bb"
  })
  void nameIsEncodedButItsSlashes(String name, String encoded) {
    assertThat(call("ImageInspect", Map.of("name", name)).path())
        .isEqualTo("/images/" + encoded + "/json");
  }

  @Test
  void filtersTravelAsEncodedJson() {
    assertThat(call("ContainerList", Map.of("filters", Map.of("label", List.of("a=b")))).query())
        .hasToString("filters=%7B%22label%22%3A%5B%22a%3Db%22%5D%7D");
  }

  @Test
  void listIsRepeated() {
    assertThat(call("ImageGetAll", Map.of("names", List.of("a", "b:1"))).query())
        .hasToString("names=a&names=b%3A1");
  }

  @Test
  void queryHasTheOrderOfTheCatalogueAndNothingThatWasNotGiven() {
    assertThat(call("ContainerList", Map.of("limit", 3, "all", true)).query())
        .hasToString("all=true&limit=3");
  }

  @Test
  void parameterWithoutValueIsLeftOut() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("all", null);

    assertThat(call("ContainerList", parameters).checkedFor(V41).query()).hasToString("");
  }

  @Test
  void unknownParameterWithoutValueIsRefusedAllTheSame() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("al", null);

    assertThatThrownBy(() -> call("ContainerList", parameters))
        .hasMessage("unknown parameter 'al' for ContainerList; did you mean 'all'?");
  }

  @Test
  void headerTravelsAsHeader() {
    Call call = call("ImagePush", Map.of("name", "app", "X-Registry-Auth", "e30="));

    assertThat(call.headers().first("X-Registry-Auth")).contains("e30=");
    assertThat(call.query()).hasToString("");
  }

  @Test
  void credentialsMayBeLeftOut() {
    assertThat(call("ImagePush", Map.of("name", "app")).checkedFor(V41).headers().fields())
        .isEmpty();
  }

  @Test
  void wordsNameWhatWasGivenAndDropWhatWasNot() {
    assertThat(call("ContainerPause", Map.of("id", "web")).does())
        .isEqualTo("pause container 'web'");
    assertThat(call("ImageCreate", Map.of("fromSrc", "-")).does())
        .isEqualTo("pull or import image");
  }

  @Test
  void everyOperationCanBeCalledInTheNewestVersionWithItsRequiredParameters() {
    assertThat(Catalogue.shipped().operations())
        .allSatisfy(
            operation -> {
              Call call =
                  new Call(operation, required(operation), Checks.STRICT)
                      .checkedFor(ApiVersion.NEWEST);
              assertThat(call.path()).doesNotContain("{");
              assertThat(call.does()).doesNotContain("{", "''");
            });
  }

  private static Map<String, Object> required(Operation operation) {
    Map<String, Object> parameters = new HashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() && parameter.lifetime().missingFrom(ApiVersion.NEWEST).isEmpty()) {
        parameters.put(parameter.name(), any(parameter));
      }
    }
    return parameters;
  }

  private static Object any(Parameter parameter) {
    boolean body = parameter.place().equals("body") && !parameter.type().equals("binary");
    return body ? Map.of() : parameter.type().equals("integer") ? 1 : "x";
  }

  @Test
  void withoutChecksAnythingTravels() {
    Call call =
        new Call(
                Catalogue.shipped().operation("ContainerList"),
                Map.of("all", "perhaps", "shiny", List.of(1)),
                Checks.NONE)
            .checkedFor(V41);

    assertThat(call.query()).hasToString("all=perhaps&shiny=%5B1%5D");
  }
}
