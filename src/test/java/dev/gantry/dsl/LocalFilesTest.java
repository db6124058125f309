package dev.gantry.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.UsageException;
import dev.gantry.http.Body;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalFilesTest {
  @TempDir Path folder;

  private static HttpResponse answer(InputStream body) {
    return HttpResponse.of(200, Headers.none(), body);
  }

  private static HttpResponse answer(String text) {
    return answer(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static Closure<?> closure(String code) {
    return (Closure<?>) new GroovyShell().evaluate(code);
  }

  /** Gives one byte, then fails. */
  private static InputStream lost() {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[1]),
        new InputStream() {
          @Override
          public int read() {
            throw StreamException.lost("lost the connection", new IOException());
          }

          @Override
          public int read(byte[] b, int off, int len) {
            return read();
          }
        });
  }

  private String sent(Object source) {
    return new LocalFiles(folder, StandardStreams.NONE)
        .sending(
            source,
            body -> {
              try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                if (body instanceof Body written) {
                  written.writeTo(out);
                } else {
                  ((InputStream) body).transferTo(out);
                }
                return out.toString(UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void receive(HttpResponse answer, Object target) {
    new LocalFiles(folder, StandardStreams.NONE).receive(answer, target);
  }

  @Test
  void downloadThatBreaksOffLeavesWhatWasThere() throws IOException {
    Files.writeString(folder.resolve("a"), "old");

    assertThatThrownBy(() -> receive(answer(lost()), "a"))
        .isInstanceOf(StreamException.class)
        .hasMessage("lost the connection");

    assertThat(folder.resolve("a")).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  @Test
  void fullDiskIsSaidToBeFull() {
    File full = new File("/dev/full");
    assumeThat(full).exists();

    assertThatThrownBy(() -> receive(answer("x".repeat(100_000)), full))
        .isInstanceOf(UsageException.class)
        .hasMessage("cannot write /dev/full: No space left on device");
  }

  @Test
  void commandThatFailsIsAnError() {
    assertThatThrownBy(() -> receive(answer("x"), List.of("sh", "-c", "cat > /dev/null; exit 3")))
        .isInstanceOf(UsageException.class)
        .hasMessage("'sh' ended with 3");
    assertThatThrownBy(() -> receive(answer("x".repeat(1_000_000)), List.of("false")))
        .hasMessage("'false' ended with 1");
    assertThatThrownBy(() -> sent(List.of("sh", "-c", "echo some; exit 4")))
        .hasMessage("'sh' ended with 4");
    assertThatThrownBy(() -> sent(List.of("/no/such/program")))
        .hasMessageStartingWith("cannot start '/no/such/program': ");
    assertThatThrownBy(() -> sent(List.of())).hasMessageStartingWith("a command has at least one");
  }

  @Test
  void commandDoesNotTakeABrokenStreamForTheEnd() {
    String script = "cat > /dev/null; echo whole > " + folder.resolve("done");

    assertThatThrownBy(() -> receive(answer(lost()), List.of("sh", "-c", script)))
        .hasMessage("lost the connection");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void commandsAreFedAndRead() throws IOException {
    receive(answer("text"), List.of("sh", "-c", "tr t T > out"));
    receive(answer("unread".repeat(100_000)), List.of("true"));
    receive(answer("text"), new ProcessBuilder("tee", "again").directory(folder.toFile()).start());

    assertThat(folder.resolve("out")).hasContent("TexT");
    assertThat(folder.resolve("again")).hasContent("text");
    assertThat(sent(List.of("echo", "hi"))).isEqualTo("hi\n");
    assertThat(sent(new ProcessBuilder("echo", "ho").start())).isEqualTo("ho\n");
  }

  @Test
  void closuresGetTheStream() {
    assertThat(sent(closure("{ out -> out << 'hi' }"))).isEqualTo("hi");
    receive(answer("text"), closure("{ stream -> assert stream.text == 'text' }"));
  }

  @Test
  void fileIsRelativeToTheWorkingFolder() {
    LocalFiles files = new LocalFiles(folder, StandardStreams.NONE);

    assertThat(files.absolute("a/../b/.")).isEqualTo(folder + "/b/.");
    assertThat(files.absolute("a//b/")).isEqualTo(folder + "/a/b/");
    assertThat(files.absolute(new File("/x"))).isEqualTo("/x");
    assertThat(files.absolute(".")).isEqualTo(folder + "/.");
    assertThatThrownBy(() -> files.absolute(""))
        .hasMessage("'' is no file: give its name, an open stream, or a closure that is given one");
    assertThat(files.orInput(new File("-"))).isEqualTo(new File("-"));
  }
}
