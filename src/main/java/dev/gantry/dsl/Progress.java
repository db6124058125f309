package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ObjectStream;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a transfer: hands on its progress, and keeps what it says at the end of each step. */
final class Progress {
  private final Docker docker;
  private final boolean quiet;
  private final @Nullable Closure<?> each;

  /**
   * A transfer whose progress goes to a closure, or else to the notices.
   *
   * @param options {@code quiet} among those that are not sent
   */
  Progress(Docker docker, VerbOptions options, @Nullable Closure<?> each) {
    this.docker = docker;
    this.quiet = options.is("quiet");
    this.each = each;
  }

  /**
   * Reads the progress to its end, and gives the objects that count no bytes. An error in it
   * throws.
   */
  List<Map<String, @Nullable Object>> follow(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    List<Map<String, @Nullable Object>> said = new ArrayList<>();
    try (ObjectStream progress = docker.engine().objects(operation, parameters)) {
      while (progress.hasNext()) {
        Map<String, @Nullable Object> event = progress.next();
        tell(event);
        if (Rows.map(event.get("progressDetail")).isEmpty()) {
          said.add(event);
        }
      }
    }
    return said;
  }

  private void tell(Map<String, @Nullable Object> event) {
    if (each != null) {
      each.call(event);
    } else if (!quiet) {
      docker.notices().progress(event);
    }
  }
}
