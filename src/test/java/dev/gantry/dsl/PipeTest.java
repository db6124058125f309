package dev.gantry.dsl;

import static dev.gantry.dsl.ValueExtensions.pipe;
import static dev.gantry.dsl.ValueExtensions.vertical;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.http.StreamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PipeTest {

  @Test
  void programThatFailsIsAnErrorWithWhatItSaid() {
    assertThatThrownBy(() -> pipe("x", "echo nonsense >&2; exit 4"))
        .isInstanceOf(UsageException.class)
        .hasMessage("'echo nonsense >&2; exit 4' ended with 4: nonsense");
    assertThatThrownBy(() -> pipe("x", "no-such-program-here"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ended with 127");
    assertThatThrownBy(() -> pipe("x", List.of("no-such-program-here", "a")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot start 'no-such-program-here'");
    assertThatThrownBy(() -> pipe("x", " ")).hasMessageContaining("pipe wants a command");
  }

  @Test
  void textGoesAsItIsAndAnythingElseAsJson() {
    assertThat(pipe("b\na\n", "sort")).isEqualTo("a\nb");
    assertThat(pipe(Map.of("a", List.of(1)), "tr -d ' \\n'")).isEqualTo("{\"a\":[1]}");
    assertThat(pipe("日本", List.of("cat"))).isEqualTo("日本");
  }

  @Test
  void programThatDoesNotReadOrWritesMuchEndsAllTheSame() {
    assertThat(pipe("x".repeat(5_000_000), "echo enough")).isEqualTo("enough");
    assertThat(pipe("x".repeat(5_000_000), "cat; cat /dev/null >&2")).hasSize(5_000_000);
  }

  @Test
  void interruptKillsTheProgram(@TempDir Path folder) throws Exception {
    Path pid = folder.resolve("pid");
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread piping =
        new Thread(
            () -> {
              try {
                end.complete(new AssertionError(pipe("x", "echo $$ > " + pid + "; sleep 300; :")));
              } catch (RuntimeException e) {
                end.complete(e);
              }
            });
    piping.start();
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      Thread.onSpinWait();
    }
    piping.interrupt();
    assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(StreamException.class);
    long shell = Long.parseLong(Files.readString(pid).strip());
    ProcessHandle.of(shell).ifPresent(it -> it.onExit().orTimeout(20, TimeUnit.SECONDS).join());
  }

  @Test
  void verticalShowsEachRowBelowTheOther() {
    assertThat(vertical(List.of(Map.of("Id", "a"), Map.of("Id", "b"))))
        .isEqualTo("-- 1 --\nId: a\n-- 2 --\nId: b");
    assertThat(vertical(Map.of("Id", "a"))).isEqualTo("-- 1 --\nId: a");
  }
}
