package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.IgnoreRules;
import dev.gantry.archive.TarFilter;
import dev.gantry.archive.TarFilter.Verdict;
import dev.gantry.archive.TarWriter;
import dev.gantry.http.Body;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that an image is built from, sent while it is read.
 *
 * <p>Source: docker/cli v28.5.2, cli/command/image/build.go and build/context.go. Files belong to
 * root in it, whoever has them here.
 */
final class BuildContext {
  private static final String IGNORE_FILE = ".dockerignore";
  private static final int MODE = 0600;

  private final @Nullable Path root;
  private final IgnoreRules rules;
  private final Map<String, byte[]> more;
  private final String dockerfile;

  private BuildContext(
      @Nullable Path root, IgnoreRules rules, Map<String, byte[]> more, String dockerfile) {
    this.root = root;
    this.rules = rules;
    this.more = more;
    this.dockerfile = dockerfile;
  }

  /** Files from memory, the build file among them. */
  static BuildContext of(Map<String, byte[]> files, String dockerfile) {
    return new BuildContext(null, IgnoreRules.none(), files, dockerfile);
  }

  /** A folder, and the build file where the option {@code file} or the usual name says. */
  static BuildContext of(Path folder, Optional<Path> file) {
    Path root = real(folder);
    Path dockerfile = real(file.orElseGet(() -> usual(root)));
    IgnoreRules rules = rules(root, dockerfile);
    return dockerfile.startsWith(root)
        ? inside(root, rules, root.relativize(dockerfile).toString())
        : withDockerfile(root, rules, read(dockerfile));
  }

  /** A folder, and the build file as a text. */
  static BuildContext of(Path folder, String dockerfile) {
    Path root = real(folder);
    return withDockerfile(
        root, rules(root, root.resolve("Dockerfile")), dockerfile.getBytes(StandardCharsets.UTF_8));
  }

  private static BuildContext inside(Path root, IgnoreRules rules, String dockerfile) {
    return new BuildContext(
        root, rules.keeping(IGNORE_FILE).keeping(dockerfile), Map.of(), dockerfile);
  }

  /**
   * The build file gets a name that is no other file's, and the daemon's classic builder is told to
   * leave it out of the image. The name depends on the content alone, so that caches stay good.
   */
  private static BuildContext withDockerfile(Path root, IgnoreRules rules, byte[] dockerfile) {
    String name = ".dockerfile." + ContentName.of(dockerfile);
    Path ignoreFile = root.resolve(IGNORE_FILE);
    String ignored =
        Files.exists(ignoreFile)
            ? new String(read(ignoreFile), StandardCharsets.UTF_8)
            : IGNORE_FILE;
    Map<String, byte[]> more = new LinkedHashMap<>();
    more.put(name, dockerfile);
    more.put(IGNORE_FILE, (ignored + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    return new BuildContext(root, rules, more, name);
  }

  private static Path usual(Path root) {
    Path dockerfile = root.resolve("Dockerfile");
    Path lower = root.resolve("dockerfile");
    return !Files.exists(dockerfile) && Files.exists(lower) ? lower : dockerfile;
  }

  /** The rules beside the build file, {@code Dockerfile.dockerignore}, go before those of all. */
  private static IgnoreRules rules(Path root, Path dockerfile) {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE_FILE);
    Path file = Files.exists(own) ? own : root.resolve(IGNORE_FILE);
    return Files.exists(file)
        ? IgnoreRules.parse(new String(read(file), StandardCharsets.UTF_8), file.toString())
        : IgnoreRules.none();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UsageException(
          "cannot build: there is no %s; a context is a folder with a Dockerfile, and 'file' names"
                  .formatted(path)
              + " another build file, seen from the working directory");
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UsageException("cannot build: " + file + " cannot be read");
    }
  }

  /** The build file's path in the context. */
  String dockerfile() {
    return dockerfile;
  }

  /** The tar, made while it is sent. */
  Body body(boolean compressed) {
    return Body.stream(
        out -> {
          if (compressed) {
            GZIPOutputStream zipped = new GZIPOutputStream(out);
            write(zipped);
            zipped.finish();
          } else {
            write(out);
          }
        });
  }

  /**
   * The build file comes first: BuildKit looks at the first 1024 bytes to tell a tar from a build
   * file, and a longer name than that of most build files would not fit into them (moby/buildkit
   * v0.13, frontend/dockerui/context.go).
   */
  private void write(OutputStream out) throws IOException {
    try (TarWriter tar = new TarWriter(out).ownedByRoot()) {
      for (Map.Entry<String, byte[]> file : more.entrySet()) {
        tar.add(file.getKey(), file.getValue(), mode(file.getKey()));
      }
      if (root != null) {
        writeFolder(tar, root);
      }
    }
  }

  /** A file that takes the place of one of the folder has the mode of that. */
  private int mode(String name) throws IOException {
    if (root == null) {
      return 0644;
    }
    Path replaced = root.resolve(name);
    return Files.exists(replaced)
        ? (Integer) Files.getAttribute(replaced, "unix:mode") & 07777
        : MODE;
  }

  private void writeFolder(TarWriter tar, Path folder) throws IOException {
    boolean inFolder = !more.containsKey(dockerfile);
    if (inFolder) {
      tar.add(folder.resolve(dockerfile), dockerfile, TarFilter.ALL);
    }
    tar.add(
        folder,
        "",
        (path, isFolder) ->
            more.containsKey(path) || (inFolder && path.equals(dockerfile))
                ? Verdict.PRUNE
                : rules.of(path, isFolder));
  }
}
