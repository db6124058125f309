package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What both builders have to do alike. */
@Timeout(120)
class BuildTest {
  private static final List<Boolean> BUILDERS = List.of(false, true);

  @TempDir Path folder;

  private @Nullable Object build(TestEngine engine, boolean buildkit, String script) {
    return run(engine, Map.of("dir", folder, "buildkit", buildkit), script);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @OnEngines
  void whatCannotBeBuiltIsRefusedBeforeAnythingIsSent(TestEngine engine) throws IOException {
    assertThat(failure(engine, "docker.images.build()"))
        .startsWith("build wants a context: a folder, a tar, a URL, or the text of a Dockerfile");
    assertThat(failure(engine, "docker.images.build('/no/such')"))
        .startsWith("cannot build: there is no /no/such; a context is a folder with a Dockerfile");
    assertThat(failure(engine, "docker.images.build('" + folder + "', file: 'no.Dockerfile')"))
        .startsWith("cannot build: there is no ")
        .contains("/target/no.Dockerfile; ");
    assertThat(failure(engine, "docker.images.build('.', secret: 'id=x')"))
        .isEqualTo(
            "option 'secret' of build: not supported: BuildKit takes secrets by a session only,"
                + " which Gantry does not open");
    assertThat(failure(engine, "docker.images.build('.', output: 'out')"))
        .startsWith("option 'output' of build: not supported: BuildKit writes files here");
    write("Dockerfile", "FROM busybox");
    write(".dockerignore", "a\n[\n");
    assertThat(failure(engine, "docker.images.build('" + folder + "')"))
        .endsWith("/.dockerignore: '[' is no pattern; a [ needs its ]");
  }

  @OnEngines
  void stepThatFailsIsNamedWithItsOutput(TestEngine engine) {
    for (boolean buildkit : BUILDERS) {
      assertThat(
              failure(
                  engine,
                  """
                  docker.images.build(dockerfile: 'FROM busybox\\nRUN echo out of luck && exit 7',
                    noCache: true, buildkit: %s)
                  """
                      .formatted(buildkit)))
          .startsWith("Cannot build an image: ")
          .contains(": 7 (200 on POST /build, ", "RUN echo out of luck", "\n  | out of luck");
    }
  }

  @OnEngines
  void buildFileThatIsWrongIsRefusedInTheDaemonsWords(TestEngine engine) {
    for (boolean buildkit : BUILDERS) {
      assertThat(
              failure(
                  engine,
                  "docker.images.build(dockerfile: 'BUILD me', buildkit: %s)".formatted(buildkit)))
          .startsWith("Cannot build an image: ")
          .containsIgnoringCase("unknown instruction: build");
    }
  }

  @OnEngines
  void imageIsBuiltFromATextWithFiles(TestEngine engine) {
    for (boolean buildkit : BUILDERS) {
      assertThat(
              build(
                  engine,
                  buildkit,
                  """
                  def build = docker.images.build(
                    dockerfile: 'FROM busybox\\nARG A\\nARG COLOUR\\nCOPY a /\\nRUN echo $A $COLOUR > /b',
                    files: [a: 'from memory'], tag: ['dsl-a:1', 'dsl-b'], labels: [l: 'x'],
                    args: ['A=1', 'COLOUR'], extraHosts: [one: '1.2.3.4', two: '1.2.3.5'],
                    buildkit: buildkit)
                  assert build.id == build.image.id
                  assert build.log.contains('RUN echo')
                  [build.image.tags.sort(), build.image.labels.l, docker.run('dsl-a:1', 'cat', '/a', '/b').out]
                  """))
          .hasToString("[[dsl-a:1, dsl-b:latest], x, from memory1 blue\n]");
    }
  }

  @OnEngines
  void folderIsSentWithoutWhatIsLeftOut(TestEngine engine) throws IOException {
    write("Dockerfile", "FROM busybox AS first\nCOPY . /in\nFROM first\nRUN exit 1\n");
    write(".dockerignore", "*\n!src\nsrc/*.tmp\n");
    write("src/a", "a");
    write("src/b.tmp", "b");
    write("other/c", "c");
    for (boolean buildkit : BUILDERS) {
      assertThat(
              build(
                  engine,
                  buildkit,
                  """
                  docker.images.build(dir, target: 'first', tag: 'dsl-a', compress: buildkit, buildkit: buildkit)
                  docker.run('dsl-a', 'find', '/in', '-type', 'f', '-not', '-name', '*ocker*').lines
                  """))
          .isEqualTo(List.of("/in/src/a"));
    }
  }

  @OnEngines
  void buildFileOutsideOfTheContextIsSentAlong(TestEngine engine) throws IOException {
    write("my.Dockerfile", "FROM busybox\nCOPY . /in\nLABEL from=outside\n");
    write("context/a", "a");
    for (boolean buildkit : BUILDERS) {
      assertThat(
              build(
                  engine,
                  buildkit,
                  """
                  docker.images.build("$dir/context", file: "$dir/my.Dockerfile", tag: 'dsl-a',
                    iidfile: "$dir/id", buildkit: buildkit)
                  [docker.images['dsl-a'].labels.from, docker.run('dsl-a', 'cat', '/in/a').out,
                    new File("$dir/id").text == docker.images['dsl-a'].id]
                  """))
          .hasToString("[outside, a, true]");
    }
  }

  @OnEngines
  void imageIsBuiltFromATarOfAnySource(TestEngine engine) throws IOException {
    Files.write(folder.resolve("a.tar"), SmallTar.of("My.Dockerfile", "FROM scratch\nLABEL a=b\n"));
    for (boolean buildkit : BUILDERS) {
      assertThat(
              build(
                  engine,
                  buildkit,
                  """
                  def zipped = new ByteArrayOutputStream()
                  new java.util.zip.GZIPOutputStream(zipped).withCloseable { it << dir.resolve('a.tar').toFile().bytes }
                  [dir.resolve('a.tar'), dir.resolve('a.tar').toFile().bytes, new ByteArrayInputStream(zipped.toByteArray())]
                    .collect { docker.images.build(it, file: 'My.Dockerfile', tag: 'dsl-a', buildkit: buildkit).image.labels.a }
                  """))
          .hasToString("[b, b, b]");
    }
  }

  @OnEngines
  void closureIsHandedTheProgress(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def steps = []
                docker.images.build(dockerfile: 'FROM scratch\\nLABEL a=b', tag: 'dsl-a', buildkit: true) {
                  if (it.id == 'moby.buildkit.trace') steps.addAll(it.aux.vertexes*.name)
                }
                def lines = []
                docker.images.build(dockerfile: 'FROM scratch\\nLABEL a=b', tag: 'dsl-b', buildkit: false) {
                  lines << it.stream
                }
                [steps.any { it.contains('load remote build context') }, lines.contains('Step 1/2 : FROM scratch')]
                """))
        .hasToString("[true, true]");
  }
}
