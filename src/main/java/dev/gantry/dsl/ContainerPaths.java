package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.NotFoundException;
import dev.gantry.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths of one container: asks what they are, takes archives out and puts them in. */
final class ContainerPaths {
  private final Docker docker;
  private final String id;

  ContainerPaths(Docker docker, String id) {
    this.docker = docker;
    this.id = id;
  }

  /** What a path is, of a link the link itself; empty when there is nothing. */
  Optional<PathStat> stat(String path) {
    try {
      Object headers = docker.engine().call("ContainerArchiveInfo", Map.of("id", id, "path", path));
      return Rows.map(headers).entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(PathStat.HEADER))
          .map(header -> PathStat.parse(Rows.text(header.getValue())))
          .findFirst();
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** Where a copy goes; a link is followed. */
  CopySide target(String path) {
    Optional<PathStat> stat = stat(path);
    String place = stat.filter(PathStat::isLink).map(PathStat::linkTarget).orElse(path);
    return (place.equals(path) ? stat : stat(place))
        .map(there -> CopySide.found(place, there.isFolder()))
        .orElseGet(() -> CopySide.missing(place));
  }

  /** The source of a copy, when a link is followed; what it is shows when it is read. */
  CopySide behind(String path) {
    return stat(path)
        .filter(PathStat::isLink)
        .map(link -> CopySide.behind(path, link.linkTarget(), false))
        .orElseGet(() -> CopySide.found(path, false));
  }

  /** The tar of a path; the caller closes it. */
  HttpResponse archive(String path) {
    return docker.engine().open("ContainerArchive", Map.of("id", id, "path", path));
  }

  /** The tar of what is behind a path, when it is a link; the caller closes it. */
  HttpResponse archiveBehind(String path) {
    HttpResponse archive = archive(path);
    PathStat stat = statOf(archive);
    if (!stat.isLink()) {
      return archive;
    }
    archive.close();
    return archive(stat.linkTarget());
  }

  /** What a path is; the daemon says why when there is nothing, which HEAD has no room for. */
  PathStat look(String path) {
    try (HttpResponse archive = archive(path)) {
      return statOf(archive);
    }
  }

  /** What the answer with a tar says of its path. */
  static PathStat statOf(HttpResponse archive) {
    return archive
        .headers()
        .first(PathStat.HEADER)
        .map(PathStat::parse)
        .orElseThrow(() -> new UsageException("the engine did not say what it sent"));
  }

  /**
   * Extracts a tar.
   *
   * @param folder has to be there
   * @param query further parameters of PutContainerArchive
   * @param tar what {@link LocalFiles#sending} hands out, or a body
   */
  void extract(String folder, Map<String, ?> query, Object tar) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(query);
    parameters.put("id", id);
    parameters.put("path", folder);
    parameters.put("noOverwriteDirNonDir", "true");
    parameters.put("body", tar);
    docker.engine().call("PutContainerArchive", parameters);
  }
}
