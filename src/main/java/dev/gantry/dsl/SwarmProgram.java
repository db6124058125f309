package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A thing of a swarm that runs programs, whose output the manager collects: a service, a task. */
public abstract class SwarmProgram extends SwarmResource {

  SwarmProgram(Docker docker, Kind kind, Map<String, @Nullable Object> attrs) {
    super(docker, kind, attrs);
  }

  abstract SwarmLogs swarmLogs();

  public Object logs() {
    return logs(Map.of());
  }

  /**
   * What was written. Options: {@code taskNames} (begin each line with the name of its task: {@code
   * web.1.q2b3…@node | …}), {@code follow}, {@code tail}, {@code since}, {@code timestamps}, {@code
   * details}, {@code stdout} and {@code stderr} (both unless one is named), {@code to} (where the
   * bytes go: a file, an OutputStream, a closure that reads a stream, a program). ServiceLogs,
   * TaskLogs.
   *
   * @return a {@link Result}, an empty one with {@code to}; with {@code follow: true} and no
   *     closure, {@link Lines} to go through
   */
  public Object logs(Map<String, ?> options) {
    return swarmLogs().reading(options).read();
  }

  /** Hands each line so far to a closure; see {@link #logs(Map, Closure)}. */
  public void logs(Closure<?> each) {
    logs(Map.of(), each);
  }

  /** Hands each line to a closure, or the line and {@code 'out'} or {@code 'err'}. */
  public void logs(Map<String, ?> options, Closure<?> each) {
    swarmLogs().reading(options).each(each);
  }
}
