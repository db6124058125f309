package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives on their way between containers, images, files, programs and engines. */
@Timeout(120)
class TransfersTest {
  private static final String STOPPED =
      "def c = docker.containers.create('busybox', 'true', name: 'dsl-t')\n";

  @TempDir Path folder;

  private String inContainer(TestEngine engine, String script) {
    return String.valueOf(run(engine, Map.of("folder", folder), STOPPED + script));
  }

  @OnEngines
  void copyThatCannotBeMadeSaysWhy(TestEngine engine) throws Exception {
    assertThat(failure(engine, STOPPED + "c.copyTo('/no/thing', '/')"))
        .isEqualTo("cannot copy '/no/thing': there is no such file or folder");
    assertThat(failure(engine, STOPPED + "c.copyTo('/etc/passwd', '/no/thing')"))
        .startsWith("Cannot copy into '/no' of container '")
        .contains("Could not find the file /no in container", "(404 on PUT /containers/");
    assertThat(failure(engine, STOPPED + "c.copyTo('/etc', '/etc/passwd')"))
        .isEqualTo("cannot copy the folder '/etc' to '/etc/passwd': that is a file");
    assertThat(failure(engine, STOPPED + "c.copyTo('/etc/passwd', '/new/')"))
        .isEqualTo("cannot copy '/etc/passwd' into the folder '/new/': there is no such folder");
    assertThat(failure(engine, STOPPED + "c.copyTo('no tar'.bytes, '/etc/passwd')"))
        .isEqualTo("a tar is extracted to a folder, and the container has no folder '/etc/passwd'");
    assertThat(failure(engine, STOPPED + "c.copyTo('/etc/passwd', '/', folowLink: true)"))
        .isEqualTo("unknown option 'folowLink' for cp; did you mean 'followLink'?");
    assertThat(failure(engine, STOPPED + "c.copyFrom('/no/thing', '" + folder + "')"))
        .startsWith("Cannot copy '/no/thing' out of container '")
        .contains("Could not find the file /no/thing in container");
    assertThat(failure(engine, STOPPED + "c.copyFrom('/etc', '" + folder + "/no/x')"))
        .isEqualTo(
            "cannot copy to '%s/no/x': there is no folder '%s/no'".formatted(folder, folder));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(failure(engine, STOPPED + "c.copyFrom('/etc', '" + file + "')"))
        .isEqualTo("cannot copy the folder '/etc' to '" + file + "': that is a file");
    assertThat(failure(engine, STOPPED + "c.copyFrom('/etc/passwd', '-')"))
        .isEqualTo("'-' is standard output, and this script has none");
    assertThat(failure(engine, STOPPED + "c.copyTo('-', '/')"))
        .isEqualTo("'-' is standard input, and this script has none");
  }

  @OnEngines
  void copyGivesTheFileThatItMade(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def made = [c.copyFrom('/etc/passwd', folder), c.copyFrom('/etc', "$folder/new"),
                  c.copyFrom('/etc/.', folder) { quiet = true }]
                made*.path*.replace("$folder", '')
                """))
        .isEqualTo("[/passwd, /new, ]");
    assertThat(folder.resolve("new/passwd")).exists();
    assertThat(folder.resolve("group")).exists();
  }

  @OnEngines
  void tarIsTakenFromAndGivenToWhateverHasAStream(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                c['/in'].write('text')
                def bytes = new ByteArrayOutputStream()
                c.copyFrom('/in', bytes)
                c.copyTo(bytes.toByteArray(), '/tmp')
                c.copyTo('/var') { out -> out << bytes.toByteArray() }
                c.copyTo('/usr', archive: true) { out -> out << bytes.toByteArray() }
                c.copyFrom('/in') { stream -> c.copyTo(stream, '/root') }
                c.copyFrom('/in', ['sh', '-c', "cat > '$folder/in.tar'"])
                c.copyTo(['cat', "$folder/in.tar".toString()], '/home')
                ['/tmp/in', '/var/in', '/usr/in', '/root/in', '/home/in'].collect { c[it].text }
                """))
        .isEqualTo("[text, text, text, text, text]");
  }

  @OnEngines
  void fileSystemIsExported(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                c.export("$folder/c.tar")
                def image = docker.images.importImage(folder.resolve('c.tar'), name: 'dsl-e')
                def size = 0
                c.export { stream -> size = stream.bytes.length }
                [size == folder.resolve('c.tar').toFile().length(), image.size > 100_000]
                """))
        .isEqualTo("[true, true]");
  }

  @OnEngines
  void interruptedExportIsCancelled(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def out = new OutputStream() {
                  void write(int b) { Thread.currentThread().interrupt() }
                  void write(byte[] b, int off, int len) { Thread.currentThread().interrupt() }
                }
                try {
                  c.export(out)
                  'not noticed'
                } catch (dev.gantry.http.StreamException e) {
                  e.cancelled()
                } finally {
                  Thread.interrupted()
                }
                """))
        .isEqualTo("true");
  }

  @OnEngines
  void allTagsAreSaved(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("tar", SmallTar.of("hello", "hi\n"), "folder", folder),
                """
                def image = docker.images.importImage(tar, name: 'dsl-a:1').tag('dsl-b:2')
                image.save("$folder/a.tar")
                docker.images.save([image], ['sh', '-c', "cat > '$folder/b.tar'"])
                image.remove(force: true)
                def tags = docker.images.load("$folder/a.tar")*.tags[0].sort()
                docker.images['dsl-a:1'].remove(force: true)
                [tags, docker.images.load(['cat', "$folder/b.tar".toString()])*.tags[0].sort()]
                """))
        .hasToString("[[dsl-a:1, dsl-b:2], [dsl-a:1, dsl-b:2]]");
  }

  @OnEngines
  void imageWithoutATagIsSavedByItsId(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("tar", SmallTar.of("hello", "hi\n"), "folder", folder),
                """
                def image = docker.images.importImage(tar)
                image.save("$folder/a.tar")
                image.remove()
                def again = docker.images.load("$folder/a.tar")[0]
                again.remove()
                [again.id == image.id, "$image" == "image $image.shortId"]
                """))
        .hasToString("[true, true]");
    assertThat(failure(engine, "docker.images.save([], '" + folder + "/x')"))
        .isEqualTo("no image is named");
  }

  @OnEngines("28")
  void imageIsCopiedToAnotherEngine(TestEngine engine) throws Exception {
    try (PrivateEngine there = PrivateEngine.start(engine.kind());
        HttpClient http = new HttpClient(Transport.to(there.host()))) {
      EngineClient client = new EngineClient(http, there.host().toString(), null);
      Docker other = new Docker(client, DslScript.caller(Notices.NONE));

      assertThat(
              run(
                  engine,
                  Map.of("other", other, "tar", SmallTar.of("hello", "hi\n")),
                  """
                  def image = docker.images.importImage(tar, name: 'dsl-a:1').tag('dsl-b:2')
                  def copy = image.copyTo(other)
                  [copy.id == image.id, copy.tags.sort(), other.images.list().size(),
                    docker.images.copy(['dsl-a:1'], other)*.id == [image.id]]
                  """))
          .hasToString("[true, [dsl-a:1, dsl-b:2], 1, true]");
    }
  }
}
