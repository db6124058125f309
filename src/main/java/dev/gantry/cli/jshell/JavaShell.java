package dev.gantry.cli.jshell;

import dev.gantry.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.tool.JavaShellToolBuilder;

/** JShell with the objects of Gantry in it. */
public final class JavaShell {
  private static final List<String> FEEDBACK = List.of("--feedback", "-q", "-s", "-v");
  private static final List<String> NO_START = List.of("--no-startup", "-n");

  private JavaShell() {}

  /**
   * Runs JShell on the process's own terminal until the person leaves.
   *
   * @param args options and files, as JShell itself has them
   * @return the exit status: that of {@code /exit n}
   * @throws UsageException this Java has no JShell
   */
  public static int run(Evaluation evaluation, List<String> args) {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new UsageException(
          "this Java (%s) has no JShell: it is in the JDK and not in the runtime alone; install one, such as Debian's package openjdk-17-jdk-headless, and name it by GANTRY_JAVA"
              .formatted(System.getProperty("java.home")));
    }
    GantryExecutionProvider.use(evaluation);
    try (StartFiles files = StartFiles.write()) {
      return JavaShellToolBuilder.builder().start(arguments(files, args).toArray(String[]::new));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new UsageException("JShell cannot run: " + e.getMessage());
    }
  }

  private static List<String> arguments(StartFiles files, List<String> args) {
    List<String> all = new ArrayList<>(List.of("--execution", GantryExecutionProvider.NAME));
    all.addAll(List.of("--class-path", classPath()));
    if (args.stream().noneMatch(NO_START::contains)) {
      all.addAll(List.of("--startup", "DEFAULT", "--startup", files.start().toString()));
      if (args.stream().noneMatch(JavaShell::isFeedback)) {
        all.addAll(List.of("--feedback", "gantry", files.feedback().toString()));
      }
    }
    all.addAll(args);
    return all;
  }

  /** JShell refuses to start with anything else on it. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar") || Files.isDirectory(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isFeedback(String arg) {
    return FEEDBACK.contains(arg) || arg.startsWith("--feedback=");
  }
}
