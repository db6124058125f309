package dev.gantry.dsl.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the meaning of an option depends on, apart from its value.
 *
 * @param apiVersion the negotiated API version, such as {@code 1.41}
 * @param workingDirectory what relative paths of the caller's machine start from
 * @param environment the variables from which {@code env} takes values that are not given
 * @param files reads the files that an option names
 */
public record Surroundings(
    String apiVersion, Path workingDirectory, Map<String, String> environment, TextFiles files) {

  /** Reads a whole file of the caller's machine. */
  @FunctionalInterface
  public interface TextFiles {
    /**
     * The file's text.
     *
     * @throws IOException the file cannot be read, or is not UTF-8
     */
    String read(Path file) throws IOException;
  }

  Path resolve(String path) {
    return workingDirectory.resolve(path).normalize();
  }

  boolean speaks(String version) {
    return compare(apiVersion, version) >= 0;
  }

  /** API versions are two numbers: 1.9 is older than 1.41. */
  static int compare(String one, String other) {
    String[] left = one.split("\\.", 2);
    String[] right = other.split("\\.", 2);
    int major = Integer.compare(Integer.parseInt(left[0]), Integer.parseInt(right[0]));
    return major != 0
        ? major
        : Integer.compare(Integer.parseInt(left[1]), Integer.parseInt(right[1]));
  }
}
