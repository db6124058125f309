package dev.gantry.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.dsl.Container;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.SwarmFixture;
import dev.gantry.json.JsonPointer;
import dev.gantry.script.ScriptException;
import dev.gantry.script.ScriptSource;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code examples/}, on every engine. Each leaves the engine as it was. */
final class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");

  @TempDir Path folder;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsNamedByNumberVerbAndNoun(Path example) {
    assertThat(example.getFileName().toString()).matches("\\d\\d-[a-z]+-[a-z-]+\\.(groovy|jsh)");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleBeginsWithWhatItShowsAndNeedsAndPrintsThatAsItsHelp(Path example) throws IOException {
    List<String> lines = Files.readAllLines(example);
    assertThat(lines.get(0)).matches("// [A-Z0-9].*");
    assertThat(lines.get(1)).startsWith("// Needs: ");
    assertThat(lines.get(2)).isEmpty();
    if (example.toString().endsWith(".jsh")) {
      return; // JShell has no options for it to read
    }

    ScriptRun help =
        ScriptRun.of(
            ScriptSource.file(example),
            () -> {
              throw new AssertionError("help needs no engine");
            },
            "--help");
    assertThat(help.out().lines())
        .containsExactly(lines.get(0).substring(3), lines.get(1).substring(3));
    assertThat(help.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsInTheReadmeAndInThisTest(Path example) throws IOException {
    String name = example.getFileName().toString();
    assertThat(Files.readString(Path.of("README.md"))).contains("examples/" + name);
    Path test = Path.of("src/test/java/dev/gantry/documentation/ExamplesTest.java");
    assertThat(Files.readString(test)).contains('"' + name.replaceFirst("[.].*", "") + '"');
  }

  @Test
  void unknownOptionOfExampleIsWrongUsage() {
    ScriptSource example = ScriptSource.file(EXAMPLES.resolve("05-remove-images.groovy"));
    assertThatThrownBy(() -> ScriptRun.of(example, Object::new, "--day", "3"))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("unknown option '--day'; did you mean '--days'?");
  }

  @OnEngines
  void tourShowsContainersAndImages(TestEngine engine) {
    leavesNothing(
        engine,
        docker -> {
          String out = run(engine, "01-tour-engine").out();
          assertThat(out)
              .contains("Hello from a container", "\"exitCode\": 3", "gantry-tour   1", "ready")
              .contains(".Labels[\"gantry-tour\"] = \"web\"")
              .contains("That was it; nothing is left behind.");
        });
  }

  @OnEngines
  void tourStartsFromTarOnAnEmptyEngine(TestEngine engine) throws IOException {
    Path rootfs = folder.resolve("rootfs.tar");
    Docker docker = ScriptRun.docker(engine);
    Container busybox = docker.getContainers().create("busybox");
    try (var tar = engine.client().open("ContainerExport", Map.of("id", busybox.getId()))) {
      Files.copy(tar.body(), rootfs);
    } finally {
      busybox.remove();
    }

    leavesNothing(
        engine,
        any ->
            assertThat(run(engine, "01-tour-engine", "--rootfs", rootfs.toString()).out())
                .contains("Hello from a container", "nothing is left behind"));
  }

  @OnEngines
  void tourCleansUpWhenItFails(TestEngine engine) throws IOException {
    String text =
        Files.readString(EXAMPLES.resolve("01-tour-engine.groovy"))
            .replace("web.logs(tail: 1)", "throw new IOException('disk full')");
    leavesNothing(
        engine,
        docker ->
            assertThatThrownBy(() -> ScriptRun.of(new ScriptSource("tour.groovy", text), engine))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("IOException: disk full\n  at tour.groovy:"));
  }

  @OnEngines
  void containersAreListedByLabel(TestEngine engine) {
    withContainer(
        engine,
        "sleep 60",
        container -> {
          assertThat(run(engine, "02-list-containers", "--label", "example=web").out().lines())
              .hasSize(2)
              .last()
              .asString()
              .matches("example +Up .* +busybox +example=web");
          assertThat(run(engine, "02-list-containers", "--label", "example=db").out().lines())
              .hasSize(1);
        });
  }

  @OnEngines
  void outputAndStatusOfRunsAreCollected(TestEngine engine) {
    leavesNothing(
        engine,
        docker -> {
          ScriptRun good = run(engine, "03-run-commands", "echo", "hi");
          assertThat(good.out()).contains("IMAGE     EXIT   OUT", "busybox   0      hi");
          assertThat(good.status()).isZero();
          ScriptRun bad =
              run(
                  engine,
                  "03-run-commands",
                  "--image",
                  "busybox",
                  "sh",
                  "-c",
                  "echo no >&2; exit 4");
          assertThat(bad.out()).containsPattern("busybox +4 +no");
          assertThat(bad.status()).isEqualTo(1);
        });
  }

  @OnEngines
  void containerThatEndedWithAnErrorIsRestarted(TestEngine engine) {
    withContainer(
        engine,
        "test -e /been && exec sleep 60; touch /been; exit 3",
        container -> {
          container.waitFor();
          String[] label = {"--label", "example"};
          assertThat(run(engine, "04-restart-containers", label[0], label[1], "--dry-run").out())
              .isEqualTo("would restart example (exited with 3)\n");
          assertThat(run(engine, "04-restart-containers", label).out())
              .isEqualTo("restarted example (exited with 3)\n");
          assertThat(((Container) container.reload()).isRunning()).isTrue();
          assertThat(run(engine, "04-restart-containers", label).out())
              .isEqualTo("nothing to restart\n");
        });
  }

  @OnEngines
  void danglingImagesAreRemovedOnlyWithYes(TestEngine engine) {
    leavesNothing(
        engine,
        docker -> {
          String id = dangling(docker);
          assertThat(run(engine, "05-remove-images").out())
              .isEqualTo("no dangling image is older than 30 days\n");
          assertThat(run(engine, "05-remove-images", "--days", "0").out())
              .contains(id, "--yes removes them: 1 images");
          assertThat(run(engine, "05-remove-images", "--days", "0", "--yes").out())
              .contains(id, "removed: 1 images");
        });
  }

  @OnEngines
  void volumeIsBackedUpAsTar(TestEngine engine) throws Exception {
    Path tar = folder.resolve("data.tar");
    leavesNothing(
        engine,
        docker -> {
          docker.getVolumes().create("example");
          try {
            docker.run(
                Map.of("volumes", List.of("example:/data"), "rm", true),
                "busybox",
                "sh",
                "-c",
                "echo precious > /data/file");
            assertThat(run(engine, "06-back-up-volume", "example", tar.toString()).out())
                .isEqualTo("example: " + tar.toFile().length() + " bytes in " + tar + "\n");
          } finally {
            docker.getVolumes().get("example").remove();
          }
        });
    assertThat(Files.readString(tar)).contains("./file", "precious\n");
    assertThat(folder.toFile().list()).containsExactly("data.tar");
  }

  @OnEngines
  void filesAreCopiedOutOfAllContainersWithALabel(TestEngine engine) {
    withContainer(
        engine,
        "true",
        container -> {
          String[] words = {"--label", "example", "--to", folder.toString()};
          String name = container.getName();
          assertThat(run(engine, "11-copy-files", concat(words, "/etc/passwd")).out())
              .isEqualTo("%s: %s/%s/passwd\n".formatted(name, folder, name));
          assertThat(run(engine, "11-copy-files", concat(words, "/no/thing")).out())
              .isEqualTo(name + ": no /no/thing\n");
          assertThat(folder.resolve(name).resolve("passwd")).content().startsWith("root:");
        });
  }

  @OnEngines
  void imageIsBuiltRunAndRemoved(TestEngine engine) {
    leavesNothing(
        engine,
        docker ->
            assertThat(run(engine, "13-build-image", "--greeting", "Ahoy").out())
                .isEqualTo("Ahoy from example\n"));
  }

  @OnEngines
  void eventsAreWatchedUntilOneOfThem(TestEngine engine) {
    withContainer(
        engine,
        "sleep 600",
        container ->
            assertThat(run(engine, "14-watch-events", "example", "--until", "start").out().lines())
                .anyMatch(line -> line.matches("\\S+Z create"))
                .last()
                .matches(line -> line.endsWith("Z start")));
  }

  @OnEngines
  void shellRemembersWhatItWasTold(TestEngine engine) {
    withContainer(
        engine,
        "sleep 600",
        container -> {
          ScriptRun asked = run(engine, "15-ask-shell", "example", "cd /etc", "pwd", "exit 3");
          assertThat(asked.out()).isEqualTo("/etc\n");
          assertThat(asked.status()).isEqualTo(3);
        });
  }

  private static String[] concat(String[] words, String last) {
    return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
  }

  @OnEngines
  void missingVolumeIsAnErrorAndNotCreated(TestEngine engine) {
    leavesNothing(
        engine,
        docker ->
            assertThatThrownBy(() -> run(engine, "06-back-up-volume", "gone", folder + "/gone.tar"))
                .hasMessageContaining("no such volume"));
    assertThat(folder).isEmptyDirectory();
  }

  @OnEngines
  void logsAreFollowedToTheEndBehindNames(TestEngine engine) {
    withContainer(
        engine,
        "echo one; echo two >&2; sleep 2; echo three",
        container ->
            assertThat(run(engine, "07-follow-logs", "--label", "example").out().lines())
                .contains("example | one", "example ! two")
                .last()
                .isEqualTo("example | three"));
  }

  @OnEngines
  void imagesAreReportedAsCsv(TestEngine engine) throws IOException {
    String report = run(engine, "08-report-images").out();
    assertThat(report).startsWith("name,id,bytes,days,layers\r\n");
    assertThat(report).containsPattern("busybox:latest,[0-9a-f]{12},\\d+,\\d+,1\r\n");

    Path file = folder.resolve("images.csv");
    run(engine, "08-report-images", "--output", file.toString());
    assertThat(Files.readString(file)).isEqualTo(report);
  }

  @OnEngines
  void endOfContainerBecomesTheStatus(TestEngine engine) {
    withContainer(
        engine,
        "echo working; sleep 1; echo broken >&2; exit 7",
        container -> {
          ScriptRun run = run(engine, "09-wait-container", "--timeout", "30", "example");
          assertThat(run.status()).isEqualTo(7);
          assertThat(run.out()).startsWith("example ended with 7").contains("  broken\n");
        });
  }

  @OnEngines
  void jsonIsExploredAsLines(TestEngine engine) throws IOException {
    assertThat(run(engine, "10-explore-json", "--match", "memtotal").out())
        .matches("\\.MemTotal = \\d+\n");
    assertThat(run(engine, "10-explore-json", "/images/json", "--at", "/0/RepoTags").out())
        .startsWith("[0] = ");
    Path file = folder.resolve("version.json");
    run(engine, "10-explore-json", "/version", "--save", file.toString());
    assertThat(Files.readString(file)).contains("\"ApiVersion\": ");
  }

  @OnEngines(apart = true)
  void deployedServiceIsUpdatedAndItsSwarmLeft(TestEngine engine) {
    Docker docker = ScriptRun.docker(engine);
    SwarmFixture.leave(docker);
    String address = SwarmFixture.address(engine);
    String out =
        run(engine, "12-deploy-service", "--advertise", address, "--listen", address + ":23773")
            .out();
    assertThat(out).contains("2/2", "blue", "green").containsPattern("colours\\.1\\..*@.* \\| ");
    assertThat(docker.getSwarm().isActive()).isFalse();
  }

  @OnEngines
  void containerIsUsedFromJava(TestEngine engine) throws Exception {
    String command = "gantry --jshell examples/" + "16-use-java" + ".jsh";
    Docker docker = ScriptRun.docker(engine);
    Belongings before = Belongings.of(docker);
    assertThat(Terminal.in(folder, engine.host()).run(command))
        .contains(
            "CONTAINER ID   NAME",
            "it is running since 20",
            "\nasked\nit wrote ready\nhi, status 0\ngone\n")
        .doesNotContain("Error", "Exception");
    assertThat(Belongings.of(docker)).isEqualTo(before);
  }

  private static ScriptRun run(TestEngine engine, String example, String... args) {
    return ScriptRun.of(ScriptSource.file(EXAMPLES.resolve(example + ".groovy")), engine, args);
  }

  private interface Work<T> {
    void on(T subject);
  }

  private static void leavesNothing(TestEngine engine, Work<Docker> work) {
    Docker docker = ScriptRun.docker(engine);
    Belongings before = Belongings.of(docker);
    work.on(docker);
    assertThat(Belongings.of(docker)).isEqualTo(before);
  }

  /** A running container {@code example} with the label {@code example=web}. */
  private static void withContainer(TestEngine engine, String command, Work<Container> work) {
    leavesNothing(
        engine,
        docker -> {
          Map<String, Object> options =
              Map.of(
                  "name",
                  "example",
                  "detach",
                  true,
                  "init",
                  true,
                  "labels",
                  Map.of("example", "web"));
          Container container = (Container) docker.run(options, "busybox", "sh", "-c", command);
          try {
            work.on(container);
          } finally {
            container.remove(Map.of("force", true));
          }
        });
  }

  /** An image without a name, of its own content. */
  private static String dangling(Docker docker) {
    String container = docker.getContainers().create("busybox").getId();
    try {
      Object image =
          docker.getApi().call(Map.of("container", container, "comment", "x"), "ImageCommit");
      String id = String.valueOf(JsonPointer.at(image, "/Id"));
      return id.replace("sha256:", "").substring(0, 12);
    } finally {
      docker.getContainers().get(container).remove();
    }
  }
}
