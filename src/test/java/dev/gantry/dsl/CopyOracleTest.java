package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.GantryException;
import dev.gantry.http.HttpResponse;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds copying against {@code docker cp}: for every case the Docker CLI copies in one tree and
 * Gantry in another of the same files, by the same engine; then both fail, or neither does, and the
 * trees are the same to the mode, owner and second of every file.
 */
@Timeout(300)
class CopyOracleTest {
  /** Options, source and target, as words; a case for each pair of source and target. */
  private static final List<String> CASES =
      Stream.of(
              cases("", "file", "dst dst/. old new new/ no/new tolink tofile made dir"),
              cases("", "dir", "dst/ old new new/ tolink made ./"),
              cases("", "dir/", "dst new"),
              cases("", "dir/.", "dst new old no/new"),
              cases("", "link", "dst old"),
              cases("", "dirlink", "new"),
              cases("", "dirlink/", "dst new"),
              cases("", "dirlink/.", "dst"),
              cases("", "broken", "dst"),
              cases("", "nothing", "dst"),
              cases("", "file/", "dst"),
              cases("", "empty", "dst"),
              cases("", "both/.", "."),
              cases("", "é:ü\u00a0 x", "dst"),
              cases("-L", "link", "dst old"),
              cases("-L", "dirlink", "dst new"),
              cases("-L", "dirlink/.", "new"),
              cases("-L", "broken", "dst"),
              cases("-a", "owned", "dst new"),
              cases("", "owned", "dst"))
          .flatMap(List::stream)
          .toList();

  @TempDir Path temp;

  private static List<String> cases(String options, String source, String targets) {
    return Stream.of(targets.split(" ")).map(to -> options + "|" + source + "|" + to).toList();
  }

  /** What both copy. */
  private static void makeSource(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("dir/sub"));
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("both/dst"));
    Files.writeString(folder.resolve("both/old"), "new");
    Files.writeString(folder.resolve("file"), "content");
    Files.writeString(folder.resolve("owned"), "");
    Files.writeString(folder.resolve("é:ü\u00a0 x"), "1");
    Files.writeString(folder.resolve("dir/a"), "a");
    Files.writeString(folder.resolve("dir/sub/run"), "#!/bin/sh\n");
    Files.createLink(folder.resolve("dir/sub/same"), folder.resolve("dir/a"));
    Files.createSymbolicLink(folder.resolve("dir/up"), Path.of("sub/../a"));
    Files.createSymbolicLink(folder.resolve("dir/absolute"), Path.of("/no/where"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    Files.createSymbolicLink(folder.resolve("dirlink"), Path.of("dir"));
    Files.createSymbolicLink(folder.resolve("broken"), Path.of("nothing"));
    Files.setAttribute(folder.resolve("file"), "unix:mode", 0640);
    Files.setAttribute(folder.resolve("dir/sub/run"), "unix:mode", 0755);
    Files.setAttribute(folder.resolve("dir/sub"), "unix:mode", 01711);
    if (Files.getAttribute(folder, "unix:uid").equals(0)) {
      Files.setAttribute(folder.resolve("owned"), "unix:uid", 1234);
      Files.setAttribute(folder.resolve("owned"), "unix:gid", 4321);
    }
    settle(folder);
  }

  /** What both copy to. */
  private static void makeTarget(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("dst"));
    Files.createDirectories(folder.resolve("dir/a"));
    Files.writeString(folder.resolve("dst/kept"), "kept");
    Files.writeString(folder.resolve("old"), "old");
    Files.createSymbolicLink(folder.resolve("tolink"), Path.of("dst"));
    Files.createSymbolicLink(folder.resolve("tofile"), Path.of("old"));
    Files.createSymbolicLink(folder.resolve("made"), Path.of("new"));
    settle(folder);
  }

  /** The time is of no interest, but that it is kept: all get one that is past. */
  private static void settle(Path folder) throws IOException {
    FileTime time = FileTime.from(Instant.parse("2021-02-03T04:05:06Z"));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (!Files.isSymbolicLink(path)) {
          Files.setLastModifiedTime(path, time);
        }
      }
    }
  }

  @OnEngines({"20", "28"})
  void copyingIntoAContainerIsWhatTheCliDoes(TestEngine engine) throws Exception {
    makeSource(Files.createDirectory(temp.resolve("src")));
    makeTargets();
    withContainer(
        engine,
        (container, cli) -> {
          container.copyTo(temp.resolve("cli"), "/");
          container.copyTo(temp.resolve("ours"), "/");
          List<String> ends = new ArrayList<>();
          for (int i = 0; i < CASES.size(); i++) {
            String[] words = CASES.get(i).split("\\|", -1);
            Path source = temp.resolve("src");
            String to = "/" + i + "/" + words[2];
            boolean theirs =
                cli.run(words[0], source + "/" + words[1], container.getName() + ":/cli" + to);
            boolean ours =
                succeeds(
                    () ->
                        container.copyTo(options(words[0]), source + "/" + words[1], "/ours" + to));
            ends.add(theirs + "/" + ours);
          }
          compare(ends, tree(container, "/cli"), tree(container, "/ours"));
        });
  }

  @OnEngines({"20", "28"})
  void copyingOutOfAContainerIsWhatTheCliDoes(TestEngine engine) throws Exception {
    makeSource(Files.createDirectory(temp.resolve("src")));
    makeTargets();
    withContainer(
        engine,
        (container, cli) -> {
          container.copyTo(temp.resolve("src"), "/");
          List<String> ends = new ArrayList<>();
          for (int i = 0; i < CASES.size(); i++) {
            String[] words = CASES.get(i).split("\\|", -1);
            String source = "/src/" + words[1];
            String to = "/" + i + "/" + words[2];
            boolean theirs =
                cli.run(words[0], container.getName() + ":" + source, temp + "/cli" + to);
            boolean ours =
                succeeds(() -> container.copyFrom(options(words[0]), source, temp + "/ours" + to));
            ends.add(theirs + "/" + ours);
          }
          compare(ends, TreeLines.of(temp.resolve("cli")), TreeLines.of(temp.resolve("ours")));
        });
  }

  private void makeTargets() throws IOException {
    for (int i = 0; i < CASES.size(); i++) {
      makeTarget(Files.createDirectories(temp.resolve("cli/" + i)));
      makeTarget(Files.createDirectories(temp.resolve("ours/" + i)));
    }
  }

  private static Map<String, Boolean> options(String flag) {
    return switch (flag) {
      case "-L" -> Map.of("followLink", true);
      case "-a" -> Map.of("archive", true);
      default -> Map.of();
    };
  }

  private static Map<String, String> tree(Container container, String path) {
    try (HttpResponse tar =
        new ContainerPaths(container.docker(), container.getId()).archive(path + "/.")) {
      return TreeLines.of(tar.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      List<String> ends, Map<String, String> theirs, Map<String, String> ours) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < CASES.size(); i++) {
      softly.assertThat(ends.get(i)).as(CASES.get(i)).isIn("true/true", "false/false");
      softly
          .assertThat(settled(TreeLines.below(ours, "" + i)))
          .as(CASES.get(i))
          .isEqualTo(settled(TreeLines.below(theirs, "" + i)));
    }
    softly.assertAll();
    assertThat(ends).contains("true/true", "false/false");
    assertThat(ours).hasSizeGreaterThan(10 * CASES.size());
  }

  /** A folder into which something was copied has the time of that. */
  private static String settled(Map<String, String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (name, line) ->
            text.append(name)
                .append(' ')
                .append(line.replaceAll(" 20(?!21-02-03)\\d\\d-\\S+Z", " now"))
                .append('\n'));
    return text.toString();
  }

  private static boolean succeeds(Runnable copy) {
    try {
      copy.run();
      return true;
    } catch (GantryException e) {
      return false;
    }
  }

  private interface Copying {
    void with(Container container, Cli cli) throws Exception;
  }

  private void withContainer(TestEngine engine, Copying copying) throws Exception {
    Docker docker = new Docker(engine.client(), DslScript.caller(Notices.NONE));
    Container container =
        docker.getContainers().create(Map.of("name", "dsl-copy"), "busybox", "true");
    try {
      copying.with(container, new Cli(engine.cli(), engine.host().toString(), temp));
    } finally {
      container.remove(Map.of("force", true));
    }
  }

  /** The Docker CLI of the engine's own version. */
  private record Cli(Path program, String host, Path folder) {
    boolean run(String flag, String from, String to) throws IOException, InterruptedException {
      List<String> words = new ArrayList<>(List.of(program.toString(), "-H", host, "cp"));
      if (!flag.isEmpty()) {
        words.add(flag);
      }
      words.addAll(List.of(from, to));
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("cli.log").toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue() == 0;
    }
  }
}
