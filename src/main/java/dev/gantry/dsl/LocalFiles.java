package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.LexicalPath;
import dev.gantry.archive.NewFile;
import dev.gantry.http.Body;
import dev.gantry.http.HttpResponse;
import groovy.lang.Closure;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What scripts name on this machine as sources of what is sent and targets of what is fetched:
 * files, and also bytes, streams, closures and programs.
 */
final class LocalFiles {
  private final Path workingDirectory;
  private final StandardStreams streams;

  LocalFiles(Path workingDirectory, StandardStreams streams) {
    this.workingDirectory = workingDirectory;
    this.streams = streams;
  }

  /** Standard input in the place of {@code -}; any other source as it is. */
  Object orInput(Object source) {
    return isDash(source) ? new Lent(streams.in()) : source;
  }

  /** Standard output in the place of {@code -}; any other target as it is. */
  Object orOutput(Object target) {
    return isDash(target) ? streams.out() : target;
  }

  /** Only as a text: a File of that name is a file. */
  private static boolean isDash(Object file) {
    return file instanceof CharSequence && file.toString().equals("-");
  }

  /** Whether something names a file: a text, a File or a Path. */
  static boolean isNamed(Object file) {
    return file instanceof Path || file instanceof File || file instanceof CharSequence;
  }

  /** The absolute path of a file, with its ending ({@code /} or {@code /.}) as it was given. */
  String absolute(Object file) {
    String path = file.toString();
    if (path.isEmpty()) {
      throw new UsageException(
          "'' is no file: give its name, an open stream, or a closure that is given one");
    }
    String absolute = workingDirectory.resolve(path).toAbsolutePath().toString();
    return CopyPath.withEndingOf(path, LexicalPath.clean(absolute));
  }

  /**
   * Hands a source to whoever sends it.
   *
   * @param source bytes or an open stream, which are handed on as they are; a closure, which is
   *     given a stream to write to; a Process or the words of a command, whose output is taken; or
   *     a file, which is opened and closed again
   */
  <T> T sending(Object source, Function<Object, T> send) {
    if (source instanceof byte[] || source instanceof InputStream) {
      return send.apply(source);
    }
    if (source instanceof Closure<?> writer) {
      return send.apply(Body.stream(writer::call));
    }
    if (PipedCommand.is(source)) {
      return send.apply(PipedCommand.writing(source, workingDirectory).output());
    }
    Path file = readable(source);
    try (InputStream stream = Files.newInputStream(file)) {
      return send.apply(stream);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + reason(e));
    }
  }

  /** How many bytes a source has that {@link #sending} takes; -1 when nobody knows beforehand. */
  long size(Object source) {
    if (source instanceof byte[] bytes) {
      return bytes.length;
    }
    Path file = isNamed(source) ? named(source) : null;
    return file != null && Files.isRegularFile(file) ? file.toFile().length() : -1;
  }

  /**
   * Opens what is fed to a program: a text or bytes, a file, or a stream, which stays open for its
   * owner.
   */
  InputStream feeding(Object source) {
    if (source instanceof CharSequence text) {
      return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (source instanceof byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
    if (source instanceof InputStream stream) {
      return new Lent(stream);
    }
    Path file = readable(source);
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + reason(e));
    }
  }

  /** A stream that is not ours to close. */
  private static final class Lent extends FilterInputStream {
    Lent(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /**
   * Hands an answer to its target, and closes it.
   *
   * @param target an open stream; a closure, which is given a stream to read; a Process or the
   *     words of a command, which is fed; or a file, which appears only when it is whole: until
   *     then it is written beside its place
   */
  void receive(HttpResponse answer, Object target) {
    try (answer) {
      receive(answer.body(), target);
    }
  }

  /** Hands what a stream has to its target; see {@link #receive(HttpResponse, Object)}. */
  void receive(InputStream content, Object target) {
    try {
      if (target instanceof OutputStream stream) {
        content.transferTo(stream);
      } else if (target instanceof Closure<?> reader) {
        reader.call(content);
      } else if (PipedCommand.is(target)) {
        PipedCommand.reading(target, workingDirectory).feed(content);
      } else {
        replace(named(target), content);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + target + ": " + reason(e));
    }
  }

  /** Writes a text to a file, which appears only when it is whole. */
  Path write(String text, Object target) {
    Path file = named(target);
    try {
      replace(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return file;
    } catch (IOException e) {
      throw new UsageException("cannot write " + target + ": " + reason(e));
    }
  }

  private static void replace(Path file, InputStream content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream device = Files.newOutputStream(file)) {
        content.transferTo(device);
      }
    } else {
      NewFile.write(file, content);
    }
  }

  /**
   * A file to read, as its name says.
   *
   * @throws UsageException it is not there, or may not be read
   */
  Path readable(@Nullable Object source) {
    Path file = named(source);
    if (Files.isDirectory(file)) {
      throw new UsageException("cannot read " + file + ": it is a folder, not a file");
    }
    if (!Files.isReadable(file)) {
      String why = Files.exists(file) ? "permission denied" : "there is no such file or folder";
      throw new UsageException("cannot read " + file + ": " + why);
    }
    return file;
  }

  /** The path of a file, relative ones seen from the working directory. */
  Path named(@Nullable Object file) {
    if (file != null && isNamed(file)) {
      return workingDirectory.resolve(file.toString());
    }
    throw new UsageException(
        "a file is wanted (a text, a File or a Path), got "
            + (file == null ? "null" : file.getClass().getSimpleName()));
  }

  private static @Nullable String reason(IOException e) {
    return e instanceof NoSuchFileException ? "there is no such file or folder" : e.getMessage();
  }
}
