package dev.gantry.script;

import dev.gantry.UsageException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The libraries behind {@code @Grab}: Groovy's Ivy engine and Ivy, in the folder {@code grab}
 * beside our jar. They are not on the class path, where every other start would pay for them.
 * Groovy looks for an engine in the thread's context class loader.
 */
final class GrabLibraries {
  private GrabLibraries() {}

  /**
   * @throws UsageException the libraries are not there
   */
  static ClassLoader loader() {
    Path folder = folder();
    List<URL> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : files) {
          jars.add(jar.toUri().toURL());
        }
      } catch (IOException e) {
        throw new UsageException("cannot read the libraries of --grab: " + e.getMessage());
      }
    }
    if (jars.isEmpty()) {
      throw new UsageException(
          "--grab needs the jars groovy-grape-ivy and ivy in the folder " + folder);
    }
    return new URLClassLoader(jars.toArray(URL[]::new), GrabLibraries.class.getClassLoader());
  }

  private static Path folder() {
    URL ours = GrabLibraries.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(ours.toString())).resolveSibling("grab");
  }
}
