package dev.gantry.dsl;

import static dev.gantry.testing.Reply.json;
import static dev.gantry.testing.Reply.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes to an engine that does odd things with it: builds, loads, imports. */
@Timeout(120)
class UploadTest {
  private static final String BUILD = "POST /build";
  private static final String ID = "sha256:" + "a".repeat(64);
  private static final Reply BUILT = json(200, "{\"aux\":{\"ID\":\"" + ID + "\"}}");

  /** More than the buffers of a socket hold, so that what nobody reads gets stuck. */
  private static final int BIG = 4_000_000;

  @TempDir Path folder;

  private static String failure(Reply answer, Path context) throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX).answer(BUILD, answer)) {
      return failure(() -> at(engine, context, upload -> {}, "docker.images.build(given)"));
    }
  }

  private static String failure(ThrowingCallable script) {
    Throwable failure = catchThrowable(script);
    assertThat(failure).isNotNull();
    return String.valueOf(failure.getMessage());
  }

  private static @Nullable Object at(
      ScriptedEngine engine, Object given, Consumer<Upload> hear, String script) {
    return engine.with(
        client ->
            DslScript.evaluate(
                new Docker(client, DslScript.caller(hearing(hear))),
                Map.of("given", given),
                script));
  }

  private static Notices hearing(Consumer<Upload> hear) {
    return new Notices() {
      @Override
      public void say(String sentence) {}

      @Override
      public Work begin() {
        return new Work() {
          @Override
          public void tell(Map<String, @Nullable Object> event) {}

          @Override
          public void sent(Upload upload) {
            hear.accept(upload);
          }

          @Override
          public void close() {}
        };
      }
    };
  }

  private String failedBuild(Reply answer) throws IOException {
    write("Dockerfile", 12);
    write("blob", BIG);
    return failure(answer, folder);
  }

  private Path write(String name, int size) throws IOException {
    return Files.write(folder.resolve(name), new byte[size]);
  }

  @Test
  void refusalBeforeAllIsSentIsTheEnginesOwnWord() throws IOException {
    for (int status : List.of(400, 500)) {
      assertThat(failedBuild(json(status, "{\"message\":\"no room\"}").unread()))
          .startsWith("Cannot build an image: no room (" + status + " on POST /build, unix://");
    }
  }

  @Test
  void failureBeforeAllIsSentIsTheEnginesOwnWord() throws IOException {
    Reply failing =
        reply(200)
            .chunk("{\"stream\":\"Step 1/1 : FROM x\\n\"}\r\n")
            .chunk("{\"errorDetail\":{\"message\":\"no room\"},\"error\":\"no room\"}\r\n")
            .end()
            .close();
    assertThat(failedBuild(failing.unread()))
        .startsWith("Cannot build an image: no room (200 on POST /build, unix://")
        .contains("\nStep 1/1 : FROM x\n");
  }

  @Test
  void engineThatDiesIsAnErrorThatSaysSo() throws IOException {
    assertThat(failedBuild(Reply.bytes("").close().unread()))
        .contains("the connection was closed without an answer");
    assertThat(failedBuild(reply(200).chunk("{\"stream\":\"Step 1/1 : FROM x\\n\"}\r\n").close()))
        .contains("lost the connection after 34 bytes of the answer");
    assertThat(failedBuild(reply(502).header("Content-Type", "text/html").body("<html>").unread()))
        .contains("the answer was a web page, not an engine's: is there a proxy in between?");
  }

  @Test
  void fileThatGoesWhileItIsSentIsNamed() throws IOException {
    write("Dockerfile", 12);
    write("a", BIG);
    Path last = write("z", 100);
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX).answer(BUILD, BUILT)) {
      String failure =
          failure(
              () ->
                  at(
                      engine,
                      folder,
                      upload -> last.toFile().delete(),
                      "docker.images.build(given)"));
      assertThat(failure).startsWith("cannot read " + last + ": there is no such file or folder");
      assertThat(engine.requests()).as("whole ones").isEmpty();
    }
  }

  @Test
  void whatIsSentIsHeardOfUnlessQuiet() throws IOException {
    Path archive = write("a.tar", BIG);
    List<Upload> uploads = new ArrayList<>();
    try (ScriptedEngine engine =
        ScriptedEngine.on(Scheme.UNIX)
            .answer(BUILD, BUILT)
            .answer("POST /images/load", json(200, ""))
            .answer("POST /images/create", json(200, "{\"status\":\"" + ID + "\"}"))
            .answer("GET /images/" + ID + "/json", json(200, "{\"Id\":\"" + ID + "\"}"))) {
      at(
          engine,
          archive,
          uploads::add,
          """
          docker.images.load(given)
          docker.images.importImage(given.toFile().newInputStream())
          docker.images.build(given.toFile().bytes)
          docker.images.build(dockerfile: 'FROM scratch', quiet: true)
          """);
    }
    assertThat(uploads)
        .filteredOn(Upload::isOver)
        .containsExactly(
            new Upload("archive", BIG, BIG, true),
            new Upload("archive", BIG, -1, true),
            new Upload("build context", BIG, BIG, true));
    assertThat(uploads).hasSizeGreaterThan(3);
  }
}
