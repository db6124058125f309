package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/gantry} in a checkout of its own, on the JDK that runs the tests. */
class LauncherTest {
  @TempDir private static Path shared;
  private static Checkout checkout;

  @TempDir Path folder;

  @BeforeAll
  static void makeCheckout() throws IOException {
    checkout = Checkout.in(shared.resolve("a checkout"));
  }

  @BeforeEach
  void makeBuildFresh() throws IOException {
    checkout.makeBuildFresh();
  }

  @Test
  void jdkThatIsNoneIsRefused() throws Exception {
    var result = checkout.run(Map.of("GANTRY_JAVA", folder.toString()), "-e", "1");
    assertThat(result.err())
        .isEqualTo("gantry: GANTRY_JAVA is no JDK 17 or later: " + folder + "\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void oldJdkIsRefused() throws Exception {
    Path old = folder.resolve("old");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    Checkout.executable(old.resolve("bin/java"), "#!/bin/sh\n");
    var result = checkout.run(Map.of("GANTRY_JAVA", old.toString()), "-e", "1");
    assertThat(result.err()).startsWith("gantry: GANTRY_JAVA is no JDK 17 or later");
  }

  @Test
  void failedBuildShowsItsErrorsAndRunsNothing() throws Exception {
    checkout.maven("echo '[ERROR] Main.java:[3,1] cannot find symbol'; exit 1");
    Files.setLastModifiedTime(checkout.pom(), FileTime.from(Instant.now().plusSeconds(60)));
    var result = checkout.run(Map.of(), "-e", "1");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("building", "[ERROR] Main.java:[3,1] cannot find symbol", "the build failed");
  }

  @Test
  void newerSourcesAreBuiltOnce() throws Exception {
    checkout.maven("echo built >>builds");
    Files.setLastModifiedTime(checkout.pom(), FileTime.from(Instant.now().minusSeconds(1)));
    assertThat(checkout.run(Map.of(), "-e", "1").out()).isEqualTo("1\n");
    assertThat(checkout.run(Map.of(), "-e", "2").out()).isEqualTo("2\n");
    assertThat(checkout.root().resolve("builds")).hasContent("built");
  }

  @Test
  void freshBuildSaysNothingButTheResult() throws Exception {
    var result = checkout.run(Map.of(), "-e", "args[0] + 'ü'", "a b");
    assertThat(result).isEqualTo(new Checkout.Result(0, "a bü\n", ""));
  }

  @Test
  void argumentsSurviveTheLocaleOfCron() throws Exception {
    var result = checkout.run(Map.of("LC_ALL", "C"), "-e", "'ü€'.size() + args[0]", "ß");
    assertThat(result).isEqualTo(new Checkout.Result(0, "2ß\n", ""));
  }

  @Test
  void linkFromElsewhereWorks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("gantry"), checkout.launcher());
    assertThat(checkout.run(link, Map.of(), "-e", "3").out()).isEqualTo("3\n");
  }

  @Test
  void interruptedScriptCleansUpFirst() throws Exception {
    String script = "try { println 'in'; sleep 60000 } finally { println 'cleaned' }";
    Process gantry =
        new ProcessBuilder(checkout.launcher().toString(), "-e", script)
            .redirectErrorStream(true)
            .start();
    try (var out = gantry.inputReader()) {
      assertThat(out.readLine()).isEqualTo("in");
      // Not SIGINT: what a script starts in the background is deaf to it (POSIX shells,
      // asynchronous lists).
      new ProcessBuilder("kill", "-TERM", String.valueOf(gantry.pid())).start().waitFor();
      assertThat(out.lines()).containsExactly("cleaned");
      assertThat(gantry.waitFor()).isEqualTo(143);
    } finally {
      gantry.destroyForcibly();
    }
  }

  @Test
  void statusIsThatOfTheScript() throws Exception {
    assertThat(checkout.run(Map.of(), "-e", "exit 42").status()).isEqualTo(42);
  }

  @Test
  void optionsForJavaArriveLast() throws Exception {
    var options = Map.of("GANTRY_JAVA_OPTS", "-Dx=1 -Xmx40m -Dy=2");
    String script = "System.getProperty('x') + System.getProperty('y')";
    assertThat(checkout.run(options, "-e", script).out()).isEqualTo("12\n");
  }

  @Test
  void unusableArchiveIsNeverMentioned() throws Exception {
    checkout.archive("neither of this build nor of any other");
    var result = checkout.run(Map.of("GANTRY_ARCHIVE", "on"), "-e", "4");
    assertThat(result).isEqualTo(new Checkout.Result(0, "4\n", ""));
  }

  @Test
  void helpStartsNeitherGroovyNorJLine() throws Exception {
    var verbose = Map.of("GANTRY_JAVA_OPTS", "-Xlog:class+load=info");
    String loaded = checkout.run(verbose, "--help").out();
    assertThat(loaded).contains("dev.gantry.cli.Main ");
    assertThat(loaded).doesNotContain(" groovy.lang.", " org.codehaus.groovy.", " org.jline.");
  }
}
