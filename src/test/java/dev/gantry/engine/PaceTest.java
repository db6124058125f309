package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.http.Timeouts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static Timeouts of(String operation, Map<String, Object> parameters) {
    return Pace.of(
        new Call(Catalogue.shipped().operation(operation), parameters, Call.Checks.STRICT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ContainerWait",
        "ContainerLogs",
        "SystemEvents",
        "ContainerAttach",
        "ImageCreate"
      })
  void waitingForSomethingToHappenHasNoEnd(String operation) {
    assertThat(of(operation, Map.of())).isEqualTo(Timeouts.longPoll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ContainerExport", "ImageGet", "ContainerArchive"})
  void transferIsGivenUpOnlyWhenItStandsStill(String operation) {
    assertThat(of(operation, Map.of())).isEqualTo(Timeouts.transfer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ContainerList", "ImageInspect", "SystemPing"})
  void readingIsQuick(String operation) {
    assertThat(of(operation, Map.of())).isEqualTo(Timeouts.quick());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ContainerCreate", "ContainerDelete", "SystemDataUsage", "ImagePrune"})
  void changeAndMeasurementMayWaitForDisks(String operation) {
    assertThat(of(operation, Map.of()))
        .isEqualTo(Timeouts.quick().withHeaders(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ContainerStop", "ContainerRestart"})
  void stopWaitsItsSecondsAndAMargin(String operation) {
    assertThat(of(operation, Map.of("id", "web", "t", 300)).headers())
        .isEqualTo(Duration.ofMinutes(6));
  }

  @Test
  void stopThatMayTakeAnyTimeHasNoEnd() {
    assertThat(of("ContainerStop", Map.of("id", "web"))).isEqualTo(Timeouts.longPoll());
    assertThat(of("ContainerStop", Map.of("id", "web", "t", -1))).isEqualTo(Timeouts.longPoll());
  }
}
