package dev.gantry.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Board board = new Board();
  private final List<String> printed = new ArrayList<>();
  private final PlainProgress plain = new PlainProgress(printed::add);

  private void tell(long second, Map<String, @Nullable Object> event) {
    board.add(event, START.plusSeconds(second));
    plain.tell(event);
  }

  private void sent(long second, Upload upload) {
    board.sent(upload, START.plusSeconds(second));
    plain.sent(upload);
  }

  private static Map<String, @Nullable Object> layer(String status, long current, long total) {
    Map<String, @Nullable Object> event = new HashMap<>();
    event.put("id", "3f2a");
    event.put("status", status);
    event.put(
        "progressDetail", current == 0 ? Map.of() : Map.of("current", current, "total", total));
    return event;
  }

  private static Map<String, @Nullable Object> said(String key, String text) {
    Map<String, @Nullable Object> event = new HashMap<>();
    event.put(key, text);
    return event;
  }

  private List<String> rows(long second) {
    return board.rows(START.plusSeconds(second)).stream()
        .map(row -> row.left() + (row.right().isEmpty() ? "" : " > " + row.right()))
        .toList();
  }

  @Test
  void layerShowsAmountRateAndTime() {
    tell(0, layer("Waiting", 0, 0));
    tell(1, layer("Downloading", 1_000_000, 10_000_000));
    tell(3, layer("Downloading", 5_000_000, 10_000_000));
    assertThat(rows(3)).containsExactly("3f2a: Downloading > 5MB/10MB  2MB/s  2.0s");
    tell(4, layer("Pull complete", 0, 0));
    tell(4, said("status", "Digest: sha256:1"));
    assertThat(rows(9)).containsExactly("3f2a: Pull complete", "Digest: sha256:1");
    assertThat(printed).containsExactly("3f2a: Pull complete", "Digest: sha256:1");
  }

  @Test
  void classicBuilderShowsStepsWithTimesAndTheLastLine() {
    tell(0, said("stream", "Step 1/2 : FROM busybox"));
    tell(0, said("stream", "\n ---> 0123\nStep 2/2 : RUN make\n"));
    tell(2, said("stream", "cc a.c\n"));
    assertThat(rows(5))
        .containsExactly(
            "Step 1/2 : FROM busybox > 0.0s", "Step 2/2 : RUN make > 5.0s", "  | cc a.c");
    tell(6, said("stream", "Successfully built 0123\n"));
    assertThat(rows(9))
        .containsExactly(
            "Step 1/2 : FROM busybox > 0.0s",
            "Step 2/2 : RUN make > 6.0s",
            "Successfully built 0123");
    assertThat(printed)
        .containsExactly(
            "Step 1/2 : FROM busybox", "Step 2/2 : RUN make", "Successfully built 0123");
  }

  @Test
  void uploadIsOneRowAndOneLine() {
    sent(0, new Upload("build context", 0, -1, false));
    sent(2, new Upload("build context", 6_000_000, -1, false));
    assertThat(rows(2)).containsExactly("Sending build context > 6MB  3MB/s  2.0s");
    sent(2, new Upload("build context", 6_000_000, 8_000_000, false));
    assertThat(rows(3)).containsExactly("Sending build context > 6MB/8MB  2MB/s  3.0s");
    assertThat(printed).isEmpty();
    sent(4, new Upload("build context", 8_000_000, 8_000_000, true));
    tell(5, said("stream", "Loaded image: busybox:latest\n"));
    assertThat(rows(9))
        .containsExactly("Sent build context > 8MB  2MB/s  4.0s", "Loaded image: busybox:latest");
    assertThat(printed).containsExactly("Sent build context: 8MB", "Loaded image: busybox:latest");
  }

  @Test
  void loadShowsItsSentences() {
    tell(0, said("stream", "Loaded image: busybox:latest\n"));
    assertThat(rows(1)).containsExactly("Loaded image: busybox:latest");
    assertThat(printed).containsExactly("Loaded image: busybox:latest");
  }

  /** A message with one step, from second 1000 to second 1002. */
  @Test
  void stepsOfBuildKitAreShown() {
    Map<String, @Nullable Object> event = said("id", "moby.buildkit.trace");
    event.put("aux", "Ch0KAWEaDlsyLzJdIFJVTiBtYWtlKgMI6AcyAwjqBw==");
    tell(0, event);
    assertThat(rows(1)).containsExactly("[2/2] RUN make > DONE 2.0s");
    assertThat(printed).containsExactly("[2/2] RUN make  DONE 2.0s");
  }
}
