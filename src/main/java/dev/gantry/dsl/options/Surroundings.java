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

  /** A file of the caller's machine. */
  Path resolve(String path) {
    return workingDirectory.resolve(atHome(path)).normalize();
  }

  /** The source of a mount, made absolute where it is a path and no name of a volume. */
  String source(String path) {
    String there = atHome(path);
    return there.startsWith(".") ? resolve(there).toString() : there;
  }

  /** A shell would have put the home folder there before the CLI saw it; here is no shell. */
  private String atHome(String path) {
    String home = environment.get("HOME");
    boolean own = path.equals("~") || path.startsWith("~/");
    return own && home != null ? home + path.substring(1) : path;
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
