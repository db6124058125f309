package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.testing.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A copy of the scripts with a build made of the classes under test. */
record Checkout(Path root) {
  record Result(int status, String out, String err) {}

  static Checkout in(Path root) throws IOException {
    build(root);
    return new Checkout(root);
  }

  /** As after a build: nothing is newer, no Maven is needed. */
  void makeBuildFresh() throws IOException {
    Files.deleteIfExists(root.resolve("bin/mvn"));
    FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
    Files.setLastModifiedTime(pom(), hourAgo);
    Files.setLastModifiedTime(root.resolve("src/main"), hourAgo);
    Files.setLastModifiedTime(root.resolve("target/gantry.jar"), FileTime.from(Instant.now()));
  }

  Path launcher() {
    return root.resolve("scripts/gantry");
  }

  Path pom() {
    return root.resolve("pom.xml");
  }

  /** Puts a Maven on the path that does this instead of building. */
  void maven(String commands) throws IOException {
    executable(root.resolve("bin/mvn"), "#!/bin/sh\n" + commands + "\n");
    Files.setLastModifiedTime(
        root.resolve("target/gantry.jar"), FileTime.from(Instant.now().minusSeconds(60)));
  }

  /** Makes the archive of this JDK hold this text. */
  void archive(String text) throws IOException {
    String name =
        System.getProperty("java.runtime.version")
            + (Runtime.version().feature() >= 25 ? ".aot" : ".jsa");
    Path folder = Files.createDirectories(root.resolve("target/archive"));
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  Result run(Map<String, String> env, String... args) throws Exception {
    return run(launcher(), env, args);
  }

  Result run(Path command, Map<String, String> env, String... args) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    Path out = Files.createTempFile(root, "out", "");
    Path err = Files.createTempFile(root, "err", "");
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("GANTRY_JAVA", System.getProperty("java.home"));
    builder.environment().put("GANTRY_ARCHIVE", "off");
    builder.environment().putAll(env);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end within a minute");
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void build(Path root) throws IOException {
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("target/lib"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    copy(Path.of("scripts/gantry"), root);
    copy(Path.of("scripts/lib/build.sh"), root);
    copy(Path.of("scripts/lib/setup.sh"), root);
    copy(Path.of("scripts/lib/archive.sh"), root);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (entry.endsWith(".jar")) {
        Files.copy(path, root.resolve("target/lib").resolve(path.getFileName()));
      }
    }
    Program.pack(Path.of("target/classes"), root.resolve("target/gantry.jar"));
  }

  private static void copy(Path file, Path root) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.copy(file, root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
  }
}
