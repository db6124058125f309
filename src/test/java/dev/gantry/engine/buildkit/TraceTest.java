package dev.gantry.engine.buildkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Wire STEP =
      new Wire()
          .text(1, "sha256:a")
          .text(2, "sha256:b")
          .text(3, "[2/2] RUN make")
          .time(5, 1_000, 500_000_000);

  private static Wire over(String error) {
    return new Wire()
        .text(1, "sha256:a")
        .text(3, "[2/2] RUN make")
        .time(5, 1_000, 500_000_000)
        .time(6, 1_002, 0)
        .text(7, error);
  }

  private static Trace trace(Wire message) {
    return Trace.decode(message.base64());
  }

  @Test
  void damagedMessageIsRefused() {
    assertThatThrownBy(() -> Trace.decode("?"))
        .isInstanceOf(TraceException.class)
        .hasMessage("BuildKit's progress cannot be read: a message is not in base64");
    assertThatThrownBy(() -> Trace.decode("Cm8K"))
        .isInstanceOf(TraceException.class)
        .hasMessage("BuildKit's progress cannot be read: a field breaks off");
    assertThatThrownBy(() -> Trace.decode("Cw=="))
        .isInstanceOf(TraceException.class)
        .hasMessage("BuildKit's progress cannot be read: a field is of the unknown type 3");
  }

  @Test
  void everyBytesAreReadOrRefused() {
    Random random = new Random(3);
    byte[] good = new Wire().message(1, over("boom")).message(1, STEP).bytes();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        new Steps().add(Trace.decode(Base64.getEncoder().encodeToString(bytes)));
      } catch (TraceException e) {
        assertThat(e).hasMessageStartingWith("BuildKit's progress cannot be read: ");
      }
    }
  }

  /** As an engine sent it (Docker 28.5.2): the end of a step that printed two lines. */
  @Test
  void messageOfAnEngineIsRead() {
    Trace trace =
        Trace.decode(
            "Gl8KR3NoYTI1NjoxNjA1Mzk4OWU4YTQzMWI2YzU3MzEzZDU3MDE4YTQ3ZjRhMjYzZTljN2VhN2MyNDUz"
                + "NWZmZmUzMTkxN2FjMTMwEgwIosSY2AYQ9uHmlAMYASIEYT0xCg==");
    assertThat(trace.logs())
        .singleElement()
        .satisfies(
            log -> {
              assertThat(log.vertex()).startsWith("sha256:16053989");
              assertThat(log.stream()).isEqualTo(1);
              assertThat(log.text()).isEqualTo("a=1\n");
            });
  }

  @Test
  void fieldsOfNewerVersionsArePassedOver() {
    Wire message = new Wire().number(99, -1).message(1, STEP).text(98, "new");
    assertThat(trace(message).vertices()).extracting(Trace.Vertex::name).contains("[2/2] RUN make");
  }

  @Test
  void valuesAreThoseOfTheMessage() {
    Wire status =
        new Wire().text(1, "layer").text(2, "sha256:a").number(4, 5_000_000_000L).number(5, 9);
    assertThat(trace(new Wire().message(2, status)).toMap().get("statuses"))
        .hasToString(
            "[{id=layer, vertex=sha256:a, current=5000000000, total=9, started=null,"
                + " completed=null}]");
    assertThat(trace(new Wire().message(1, STEP)).toMap().get("vertexes"))
        .hasToString(
            "[{digest=sha256:a, name=[2/2] RUN make, cached=false,"
                + " started=1970-01-01T00:16:40.500Z, completed=null, error=, inputs=[sha256:b]}]");
  }

  @Test
  void stepsAreToldAsLines() {
    Steps steps = new Steps();
    Wire log = new Wire().text(1, "sha256:a").number(3, 2).text(4, "cc x.c\nno x.c\n");
    assertThat(steps.add(trace(new Wire().message(1, STEP)))).containsExactly("#1 [2/2] RUN make");
    assertThat(steps.add(trace(new Wire().message(3, log))))
        .containsExactly("#1 cc x.c", "#1 no x.c");
    assertThat(steps.failed()).isEmpty();
    assertThat(steps.add(trace(new Wire().message(1, over("exit code: 2")))))
        .containsExactly("#1 ERROR: exit code: 2");
    assertThat(steps.failed().orElseThrow().output()).containsExactly("cc x.c", "no x.c");
    assertThat(new Steps().add(trace(new Wire().message(1, over("")))))
        .containsExactly("#1 [2/2] RUN make", "#1 DONE 1.5s");
  }
}
