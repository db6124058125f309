package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarReader;
import dev.gantry.http.HttpResponse;
import groovy.lang.Closure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path in a container: {@code c['/etc/hosts'].text}. Nothing is asked before it is used; the
 * container may be stopped. Links are followed, but by {@link #getStat()}.
 *
 * <p>Errors: {@link dev.gantry.engine.NotFoundException} when there is no such path or no such
 * container; {@link UsageException} when a folder is read as a file. Sources: Engine API 1.51,
 * {@code /containers/{id}/archive}.
 */
public final class ContainerFile {
  private final FileHolder container;
  private final ContainerPaths paths;
  private final String path;

  ContainerFile(FileHolder container, ContainerPaths paths, String path) {
    this.container = container;
    this.paths = paths;
    this.path = path;
  }

  public String getPath() {
    return path;
  }

  /**
   * What it is: {@code name}, {@code type} ({@code file folder symlink device pipe socket}), {@code
   * size} (bytes), {@code mode} (octal, such as {@code '0644'}), {@code modified}, {@code
   * linkTarget} (of a link, where it leads in the end).
   */
  public Map<String, Object> getStat() {
    return paths.stat(path).orElseGet(() -> paths.look(path)).toMap();
  }

  /** Whether there is something by that name, be it a link that leads nowhere. */
  public boolean isExists() {
    if (paths.stat(path).isPresent()) {
      return true;
    }
    container.inspect();
    return false;
  }

  /** Whether it is a folder, or a link to one; false when there is nothing. */
  public boolean isDirectory() {
    return isExists() && paths.target(path).folder();
  }

  /** Its content as UTF-8. */
  public String getText() {
    return new String(getBytes(), StandardCharsets.UTF_8);
  }

  /** Its content. */
  public byte[] getBytes() {
    return reading(InputStream::readAllBytes);
  }

  /** Its lines, as UTF-8. */
  public List<String> getLines() {
    return Rows.list(getText().lines());
  }

  /** Hands each line to a closure as it comes, so that the file may be larger than memory. */
  public void eachLine(Closure<?> each) {
    reading(
        content -> {
          new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))
              .lines()
              .forEach(each::call);
          return path;
        });
  }

  private <T> T reading(Reading<T> read) {
    try (HttpResponse archive = paths.archiveBehind(path)) {
      TarReader tar = new TarReader(archive.body());
      TarEntry file = tar.next();
      if (file == null || file.kind() != TarEntry.Kind.FILE) {
        boolean folder = file != null && file.kind() == TarEntry.Kind.FOLDER;
        throw new UsageException(
            "cannot read %s: it is %s"
                .formatted(this, folder ? "a folder; list() tells what is in it" : "no file"));
      }
      return read.read(tar.content());
    } catch (IOException e) {
      throw new UsageException("cannot read " + this + ": " + e.getMessage());
    }
  }

  private interface Reading<T> {
    T read(InputStream content) throws IOException;
  }

  /**
   * What is in a folder, as maps of {@code name type size mode modified link}; a table when it is
   * printed. The daemon sends the folder with all that is below it, so a large one takes its time.
   */
  public List<Map<String, Object>> list() {
    return new FolderList(paths, path).read();
  }

  /** Writes a file; see {@link #write(Map, Object)}. */
  public ContainerFile write(Object content) {
    return write(Map.of(), content);
  }

  /**
   * Writes a file, in the place of what was there. Options: {@code mode} (octal, such as {@code
   * 0644}), {@code uid} and {@code gid} (numbers); those of the file that is there, or else 0644
   * and root. Its folder has to be there.
   *
   * @param content a text, bytes, an open stream, or a File or Path of this machine
   */
  public ContainerFile write(Map<String, ?> options, Object content) {
    new FileWrite(container.docker(), paths, path).write(options, content);
    return this;
  }

  /** Copies it to this machine; see {@link FileHolder#copyFrom(Map, String, Object)}. */
  public @Nullable File copyTo(Object target) {
    return container.copyFrom(path, target);
  }

  @Override
  public String toString() {
    return path + " of " + container.label();
  }
}
