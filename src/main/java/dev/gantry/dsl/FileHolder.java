package dev.gantry.dsl;

import groovy.lang.Closure;
import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container as a place of files, running or not: copies into it and out of it, and {@code
 * c['/etc/hosts']}.
 *
 * <p>Sources: Engine API 1.51, {@code /containers/{id}/archive} and {@code export}.
 */
public abstract class FileHolder extends Resource {

  FileHolder(Docker docker, Kind kind, String handle) {
    super(docker, kind, handle);
  }

  /** Copies into it; see {@link #copyTo(Map, Object, String)}. */
  public FileHolder copyTo(Object source, String path) {
    return copyTo(Map.of(), source, path);
  }

  /**
   * Copies a file or a folder into it, running or not, as {@code docker cp} does: into a folder
   * that is there under its own name, else as what the path says; {@code folder/.} is what is in
   * the folder. Options: {@code followLink} (copy what a link leads to), {@code archive} (its uid
   * and gid), {@code quiet} (say nothing of what is left out). PutContainerArchive.
   *
   * @param source a file or folder of this machine (a text, a File or a Path); or a tar, to be
   *     extracted to a folder that is there: bytes, an open stream, {@code '-'} (standard input), a
   *     closure that is given a stream to write to, a Process or the words of a command, whose
   *     output is taken
   * @throws dev.gantry.engine.NotFoundException the folder to copy to is not there
   */
  public FileHolder copyTo(Map<String, ?> options, Object source, String path) {
    new Copy(docker(), handle(), options).to(source, path);
    return this;
  }

  /** Copies into it, with options that the closure assigns. */
  public FileHolder copyTo(Object source, String path, Closure<?> options) {
    return copyTo(ClosureOptions.of(options), source, path);
  }

  /** Extracts a tar in it that a closure writes: {@code c.copyTo('/in') { out -> … }}. */
  public FileHolder copyTo(String path, Closure<?> tar) {
    return copyTo(Map.of(), tar, path);
  }

  /** Extracts a tar in it that a closure writes, with the options of {@code copyTo}. */
  public FileHolder copyTo(Map<String, ?> options, String path, Closure<?> tar) {
    return copyTo(options, tar, path);
  }

  /** Copies out of it; see {@link #copyFrom(Map, String, Object)}. */
  public @Nullable File copyFrom(String path, Object target) {
    return copyFrom(Map.of(), path, target);
  }

  /**
   * Copies a file or a folder out of it, running or not, as {@code docker cp} does; options as for
   * {@link #copyTo(Map, Object, String)}. Owners are not kept, set-user-ID and set-group-ID bits
   * only with {@code archive}; devices and pipes are left out; nothing is written outside of the
   * target. ContainerArchive.
   *
   * @param target a file or folder of this machine (a text, a File or a Path); or whatever takes
   *     the tar: an open stream, {@code '-'} (standard output), a closure that is given a stream to
   *     read, a Process or the words of a command, which is fed
   * @return the copy; null when the tar was handed on
   * @throws dev.gantry.engine.NotFoundException there is no such path in it
   * @throws dev.gantry.archive.ArchiveException what comes cannot be written, or wants to leave the
   *     target
   */
  public @Nullable File copyFrom(Map<String, ?> options, String path, Object target) {
    return new Copy(docker(), handle(), options).from(path, target);
  }

  /** Copies out of it, with options that the closure assigns. */
  public @Nullable File copyFrom(String path, Object target, Closure<?> options) {
    return copyFrom(ClosureOptions.of(options), path, target);
  }

  /** A file or folder in it, by its absolute path. */
  public ContainerFile file(CharSequence path) {
    return new ContainerFile(this, new ContainerPaths(docker(), handle()), path.toString());
  }

  /**
   * Groovy's {@code c['/etc/hosts']}: what begins with a slash is a {@link ContainerFile}, anything
   * else a property.
   */
  public @Nullable Object getAt(String name) {
    return name.startsWith("/") ? file(name) : getProperty(name);
  }

  /**
   * Writes its file system to a tar, without its volumes. ContainerExport.
   *
   * @param target as for {@link Images#save(List, Object)}
   */
  public void export(Object target) {
    docker()
        .files()
        .receive(docker().engine().open("ContainerExport", Map.of("id", handle())), target);
  }
}
