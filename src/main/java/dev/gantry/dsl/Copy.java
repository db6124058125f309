package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.TarExtractor;
import dev.gantry.archive.TarFilter;
import dev.gantry.archive.TarWriter;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.http.Body;
import dev.gantry.http.HttpResponse;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Copies files into a container and out of it, as {@code docker cp} does. */
final class Copy {
  private final Docker docker;
  private final ContainerPaths paths;
  private final VerbOptions options;

  Copy(Docker docker, String container, Map<String, ?> options) {
    this.docker = docker;
    this.paths = new ContainerPaths(docker, container);
    this.options = docker.options("cp", options);
  }

  /** Copies a file or a folder of this machine, or extracts a tar. */
  void to(Object given, String path) {
    Object source = docker.files().orInput(given);
    Map<String, ?> query = options.is("archive") ? Map.of("copyUIDGID", "true") : Map.of();
    if (LocalFiles.isNamed(source)) {
      CopySide from = LocalSide.source(docker.files().absolute(source), options.is("followLink"));
      Landing landing = Landing.of(from, paths.target(path));
      paths.extract(landing.folder(), query, Body.stream(out -> write(from, landing, out)));
    } else {
      CopySide to = paths.target(path);
      if (!to.folder()) {
        throw new UsageException(
            "a tar is extracted to a folder, and the container has no folder '" + path + "'");
      }
      docker
          .files()
          .sending(
              source,
              tar -> {
                paths.extract(to.path(), query, tar);
                return path;
              });
    }
  }

  private void write(CopySide source, Landing landing, OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out);
    tar.add(Path.of(source.path()), landing.root(), TarFilter.ALL)
        .forEach(socket -> notices().accept("left out " + socket + ": it is a socket"));
    tar.close();
  }

  /**
   * Copies to a file or a folder of this machine, or hands on the tar.
   *
   * @return the copy; null when the tar was handed on
   */
  @Nullable File from(String path, Object wanted) {
    Object target = docker.files().orOutput(wanted);
    if (!LocalFiles.isNamed(target)) {
      docker.files().receive(paths.archive(followed(path).path()), target);
      return null;
    }
    CopySide to = LocalSide.target(docker.files().absolute(target));
    CopySide named = followed(path);
    try (HttpResponse archive = paths.archive(named.path())) {
      boolean folder = ContainerPaths.statOf(archive).isFolder();
      Landing landing = Landing.of(new CopySide(named.path(), true, folder, named.renamed()), to);
      extractor(landing).extract(archive.body());
      return Path.of(landing.folder(), landing.root()).toFile();
    }
  }

  private CopySide followed(String path) {
    return options.is("followLink") ? paths.behind(path) : CopySide.found(path, false);
  }

  private TarExtractor extractor(Landing landing) {
    TarExtractor extractor =
        new TarExtractor(Path.of(landing.folder()), notices()).renaming(landing::named);
    return options.is("archive") ? extractor.keepingIdBits() : extractor;
  }

  private Consumer<String> notices() {
    return options.is("quiet") ? sentence -> {} : docker.notices()::say;
  }
}
