package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The object {@code json} of a script: from text to plain values and back. */
public final class ScriptJson {
  /** What a JSON text begins with, or a scalar that is all of it; a file's name is neither. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*(?:[\\[{\"].*|(?:true|false|null|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*)",
          Pattern.DOTALL);

  /**
   * Reads JSON.
   *
   * @param source a JSON text, bytes or an open stream; or a file: a File, a Path, or a text that
   *     does not begin like JSON, its name
   * @return plain values; numbers keep their digits
   * @throws UsageException the file cannot be read
   * @throws dev.gantry.json.JsonException what is in it is no JSON
   */
  public @Nullable Object read(Object source) {
    if (source instanceof byte[] bytes) {
      return Json.read(bytes);
    }
    if (source instanceof InputStream stream) {
      return Json.read(stream);
    }
    if (source instanceof CharSequence text) {
      return TEXT.matcher(text).matches()
          ? Json.read(text.toString())
          : file(Path.of(text.toString()));
    }
    if (source instanceof Path || source instanceof File) {
      return file(Path.of(source.toString()));
    }
    throw new UsageException(
        "json.read wants a text or a file, got " + source.getClass().getSimpleName());
  }

  /** Writes a value on one line; {@code value.json()} writes it over several. */
  public String write(@Nullable Object value) {
    return Json.write(value);
  }

  /** Writes a value to a file, in the form that its name ends with; see {@code value.save()}. */
  public File write(Object value, Object file) {
    return ValueExtensions.save(value, file);
  }

  private static @Nullable Object file(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return Json.read(content);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "'" + file + "' is neither JSON nor the name of a file that is there");
    } catch (IOException e) {
      throw new UsageException("cannot read " + file + ": " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "json: read(text or file), write(value), write(value, file)";
  }
}
