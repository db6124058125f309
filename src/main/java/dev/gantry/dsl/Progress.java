package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ObjectStream;
import dev.gantry.engine.buildkit.Trace;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows a transfer: hands on its progress, and keeps what it says at the end of each step. */
final class Progress {
  private final Docker docker;
  private final boolean quiet;
  private final @Nullable Closure<?> each;
  private @Nullable Upload announced;

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
   * Tells as well how much of the parameter {@code body} is sent.
   *
   * @param what it is called
   * @param size in bytes; -1 when nobody knows beforehand
   */
  Progress sending(String what, long size) {
    announced = new Upload(what, 0, size, false);
    return this;
  }

  /**
   * Reads the progress to its end, and gives the objects that count no bytes. An error in it
   * throws.
   */
  List<Map<String, @Nullable Object>> follow(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    List<Map<String, @Nullable Object>> said = new ArrayList<>();
    follow(
        operation,
        parameters,
        event -> {
          if (Rows.map(event.get("progressDetail")).isEmpty()) {
            said.add(event);
          }
        });
    return said;
  }

  /** Reads the progress to its end, and hands each object to somebody before it is shown. */
  void follow(
      String operation,
      Map<String, ? extends @Nullable Object> parameters,
      Consumer<Map<String, @Nullable Object>> heed) {
    try (Notices.Work work = begin();
        ObjectStream progress = docker.engine().objects(operation, counted(parameters, work))) {
      while (progress.hasNext()) {
        Map<String, @Nullable Object> event = progress.next();
        heed.accept(event);
        work.tell(event);
      }
    }
  }

  private Map<String, ? extends @Nullable Object> counted(
      Map<String, ? extends @Nullable Object> parameters, Notices.Work work) {
    Object body = parameters.get("body");
    if (announced == null || body == null) {
      return parameters;
    }
    Map<String, @Nullable Object> counted = new LinkedHashMap<>(parameters);
    counted.put("body", CountedBody.of(body, announced, work::sent));
    return counted;
  }

  private Notices.Work begin() {
    if (each != null) {
      return Notices.Work.telling(event -> each.call(readable(event)));
    }
    return quiet ? Notices.NONE.begin() : docker.notices().begin();
  }

  /** BuildKit's steps come in bytes that no script can read. */
  private static Map<String, @Nullable Object> readable(Map<String, @Nullable Object> event) {
    if (!Trace.ID.equals(event.get("id"))) {
      return event;
    }
    Map<String, @Nullable Object> decoded = new LinkedHashMap<>(event);
    decoded.put("aux", Trace.decode(Rows.text(event.get("aux"))).toMap());
    return decoded;
  }
}
