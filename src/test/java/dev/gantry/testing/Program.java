package dev.gantry.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The program under test, as a command.
 *
 * <p>Tests start it some hundred times. As the launcher does, it takes its classes from an archive,
 * which saves a third of the work (class-data sharing, JEP 350); such archives want jars.
 */
public final class Program {
  private static final String MAIN = "dev.gantry.cli.Main";
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String TRAINING = "[1, 2].collect { \"${it}\" }.join(',').size()";
  private static final Program ONE = new Program();

  private final Path folder = Path.of("target", "program-" + ProcessHandle.current().pid());
  private final String classPath;
  private final List<String> options = new ArrayList<>();

  private Program() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    try {
      Files.createDirectories(folder);
      classPath = packed();
      options.addAll(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
      addArchive(folder.resolve("classes.jsa").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The command; arguments of the program are added to it.
   *
   * @param javaOptions more options of the JVM
   */
  public static List<String> command(String... javaOptions) {
    List<String> command = new ArrayList<>(ONE.options);
    command.addAll(List.of(javaOptions));
    command.addAll(List.of("-cp", ONE.classPath, MAIN));
    return command;
  }

  /** Packs a folder of classes. */
  public static Path pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private String packed() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry, MAIN.replace('.', '/') + ".class"))) {
        entries.add(pack(Path.of(entry), folder.resolve("gantry.jar")).toAbsolutePath().toString());
      } else if (entry.endsWith(".jar") && Files.exists(Path.of(entry))) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private void addArchive(Path archive) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath, MAIN));
    command.addAll(List.of("-H", "unix:///dev/null", "-e", TRAINING));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    if (process.waitFor(60, TimeUnit.SECONDS) && Files.exists(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    } else {
      process.destroyForcibly(); // then without
    }
  }

  private void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      // The next "mvn clean" does.
    }
  }
}
