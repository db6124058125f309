package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds contexts against those of the Docker CLI: it builds an image first, and Gantry gets the
 * same one out of the classic builder's cache when it sent the same files, with the same names,
 * modes, owners and links. Where it does not, since the CLI of that engine writes headers in
 * another way (20.10: the type of a file in its mode), the files in the images are compared.
 */
@Timeout(180)
class BuildContextOracleTest {
  /** Those in which no exception has a wildcard: there the CLI does not look into folders. */
  private static final List<String> IGNORE_FILES =
      List.of(
          "\uFEFF# all but one\r\n*\r\n!a/b\r\n",
          "/a/b/\n./top.txt\n ?top.md \n**/keep.txt\n!x/keep.txt\nDockerfile\n.dockerignore\n",
          "a\n!a/b\na/b/c\n!a/b/c/3\n[[]x]\nd\\\\e\n");

  @TempDir Path temp;

  private Path context() throws IOException {
    Path context = Files.createDirectory(temp.resolve("context"));
    for (String name :
        List.of(
            "a/1",
            "a/b/2",
            "a/b/c/3",
            "a/b/keep.txt",
            "x/keep.txt",
            "top.txt",
            "top.md",
            " blank ",
            "ü",
            "[x]",
            "d\\e/f",
            "n".repeat(200))) {
      Path file = context.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createDirectory(context.resolve("empty"));
    Files.setAttribute(context.resolve("a/b/2"), "unix:mode", 04751);
    Files.setAttribute(context.resolve("x"), "unix:mode", 01777);
    Files.createLink(context.resolve("hard"), context.resolve("top.txt"));
    Files.createSymbolicLink(context.resolve("a/b/up"), Path.of("../../x"));
    Files.createSymbolicLink(context.resolve("broken"), Path.of("/no/such"));
    return context;
  }

  @OnEngines
  void contextIsThatOfDockerBuild(TestEngine engine) throws Exception {
    Path context = context();
    Files.writeString(context.resolve("Dockerfile"), "FROM busybox\nCOPY . /in\n");
    for (String rules : IGNORE_FILES) {
      Files.writeString(context.resolve(".dockerignore"), rules);
      dockerBuild(engine, context, "Dockerfile");
      assertSame(engine, rules, context, context.resolve("Dockerfile"));
    }
  }

  @OnEngines
  void buildFileOutsideLeavesNoTrace(TestEngine engine) throws Exception {
    Path context = context();
    Path file = Files.writeString(temp.resolve("Own"), "FROM busybox\nCOPY . /in\n");
    dockerBuild(engine, context, "../Own");
    assertSame(engine, "a build file outside", context, file);
    Path rules = Files.writeString(context.resolve(".dockerignore"), "top.md\n");
    Files.setAttribute(rules, "unix:mode", 0640);
    dockerBuild(engine, context, "../Own");
    assertSame(engine, "a build file outside, and rules inside", context, file);
  }

  private static void assertSame(TestEngine engine, String what, Path context, Path file) {
    assertThat(
            DslScript.run(
                engine,
                Map.of("dir", context, "own", file),
                """
                def list = { docker.run(it, 'find', '/in', '-exec', 'stat', '-c', '%N %a %u %g %s', '{}', ';').lines.sort() }
                docker.images.build(dir, file: own, tag: 'dsl-a', buildkit: false)
                docker.images['dsl-cli'].id == docker.images['dsl-a'].id ? [] : list('dsl-cli') - list('dsl-a') + (list('dsl-a') - list('dsl-cli'))
                """))
        .as(what)
        .isEqualTo(List.of());
  }

  private void dockerBuild(TestEngine engine, Path context, String file) throws Exception {
    Path log = temp.resolve("cli.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    engine.cli().toString(),
                    "-H",
                    engine.host().toString(),
                    "build",
                    "-t",
                    "dsl-cli",
                    "-f",
                    file,
                    "."))
            .directory(context.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Map.of("DOCKER_BUILDKIT", "0", "DOCKER_CONFIG", temp.toString()));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
