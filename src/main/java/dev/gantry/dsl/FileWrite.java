package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarReader;
import dev.gantry.archive.TarWriter;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.http.Body;
import dev.gantry.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/** Writes one file of a container. */
final class FileWrite {
  private static final int MODE = 0644;

  private final Docker docker;
  private final ContainerPaths paths;
  private final String path;

  FileWrite(Docker docker, ContainerPaths paths, String path) {
    this.docker = docker;
    this.paths = paths;
    this.path = path;
  }

  void write(Map<String, ?> options, Object content) {
    VerbOptions given = docker.options("write", options);
    CopySide target = paths.target(path);
    if (target.folder() || CopyPath.isSaidToBeFolder(path)) {
      throw new UsageException("cannot write '" + path + "': it is a folder");
    }
    TarEntry file = file(target, given.client());
    try {
      send(content, file, CopyPath.parent(target.path()));
    } catch (IOException e) {
      throw new UsageException("cannot read " + content + ": " + e.getMessage());
    }
  }

  /** Mode and owner as given, or of the file that is there. */
  private TarEntry file(CopySide target, Map<String, Object> given) {
    String name = CopyPath.base(target.path());
    TarEntry like =
        target.exists() && given.size() < 3 ? there(target.path()) : TarEntry.file(name, MODE, 0);
    return new TarEntry(
        name,
        TarEntry.Kind.FILE,
        (int) number(given, "mode", like.mode()),
        number(given, "uid", like.uid()),
        number(given, "gid", like.gid()),
        0,
        Instant.now(),
        "");
  }

  private TarEntry there(String file) {
    try (HttpResponse archive = paths.archive(file)) {
      TarEntry entry = new TarReader(archive.body()).next();
      return entry == null ? TarEntry.file(file, MODE, 0) : entry;
    }
  }

  private static long number(Map<String, Object> given, String name, long otherwise) {
    return given.get(name) instanceof Number number ? number.longValue() : otherwise;
  }

  private void send(Object content, TarEntry file, String folder) throws IOException {
    if (content instanceof InputStream stream) {
      Path whole = Files.createTempFile("gantry-", ".part");
      try {
        Files.copy(stream, whole, StandardCopyOption.REPLACE_EXISTING);
        send(whole, file, folder);
      } finally {
        Files.delete(whole);
      }
    } else if (content instanceof Path || content instanceof File) {
      Path local = Path.of(docker.files().absolute(content));
      try (InputStream stream = Files.newInputStream(local)) {
        send(stream, Files.size(local), file, folder);
      }
    } else {
      byte[] bytes = bytes(content);
      send(new ByteArrayInputStream(bytes), bytes.length, file, folder);
    }
  }

  private void send(InputStream content, long size, TarEntry file, String folder) {
    Body body =
        Body.stream(
            out -> {
              TarWriter tar = new TarWriter(out);
              tar.add(file.sized(size), content);
              tar.close();
            });
    paths.extract(folder, Map.of(), body);
  }

  private static byte[] bytes(Object content) {
    if (content instanceof byte[] bytes) {
      return bytes;
    }
    if (content instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    throw new UsageException(
        "a file is written from a text, bytes, a stream, a File or a Path, and not from "
            + content.getClass().getSimpleName());
  }
}
