package dev.gantry.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CalledTest {
  private final Live live = new Live(() -> Optional.of(new PaperEngine().docker));

  @ParameterizedTest
  @CsvSource({
    "zebra,     ''",
    "web,       there is a container of that name: docker.containers.web",
    "data,      there is a volume of that name: docker.volumes.data",
    "front,     there is a network of that name: docker.networks.front",
    "my-app,    there is a container of that name: docker.containers.'my-app'",
    "busybox:1, there is an image of that name: docker.images.'busybox:1'",
  })
  void thingOfTheEngineIsFoundByItsName(String name, String sentence) {
    long soon = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    assertThat(new Called(new Asking(live, null, soon)).sentence(name)).isEqualTo(sentence);
  }

  @Test
  void nothingIsFoundWhereNothingMayBeAsked() {
    assertThat(new Called(Asking.NOTHING).sentence("web")).isEmpty();
  }
}
