package dev.gantry.shell.completion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders of this machine, as a text begins to name one. */
final class HostFiles {
  private static final int MOST = 1000;
  private static final String GROUP = "files";

  private HostFiles() {}

  /** Whether a text can only be meant as a file. */
  static boolean isPath(String text) {
    return text.matches("(?s)(/|\\./|\\.\\./|~/).*");
  }

  /** The files in the folder that the text names so far; hidden ones once a dot asks for them. */
  static Stream<Suggestion> of(String text) {
    String folder = text.substring(0, text.lastIndexOf('/') + 1);
    boolean hidden = text.substring(folder.length()).startsWith(".");
    try {
      return names(Path.of("").toAbsolutePath().resolve(expanded(folder))).stream()
          .filter(name -> hidden || !name.startsWith("."))
          .map(name -> new Suggestion(folder + name, GROUP, "").shownAs(name));
    } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
      return Stream.of(); // There is nothing to offer where nothing can be read.
    }
  }

  private static String expanded(String folder) {
    return folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
  }

  private static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (names.size() == MOST) {
          break;
        }
        names.add(file.getFileName() + (Files.isDirectory(file) ? "/" : ""));
      }
    }
    return names;
  }
}
