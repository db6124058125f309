package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.Operation;
import dev.gantry.json.JsonPointer;
import groovy.lang.Closure;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of an operation: its answer as it is, or handed to a closure and closed afterwards. */
final class ApiStreams {
  private final EngineClient engine;
  private final Operation operation;
  private final Map<String, ?> parameters;

  ApiStreams(EngineClient engine, Operation operation, Map<String, ?> parameters) {
    this.engine = engine;
    this.operation = operation;
    this.parameters = parameters;
  }

  /** The value; what is streamed is open, and the caller closes it. */
  @Nullable Object open() {
    return switch (operation.answer()) {
      case OBJECTS -> engine.objects(operation.id(), parameters);
      case FRAMES, TAR -> engine.open(operation.id(), parameters);
      case HIJACK, WEBSOCKET ->
          isDetached()
              ? engine.call(operation.id(), parameters)
              : engine.takeOver(operation.id(), parameters);
      default -> engine.call(operation.id(), parameters);
    };
  }

  /** A command that is started on its own hands over nothing. */
  private boolean isDetached() {
    return parameters.get("body") instanceof Map<?, ?> body
        && Boolean.TRUE.equals(body.get("Detach"));
  }

  /**
   * Objects and frames are handed over one by one; what is open once, and then closed.
   *
   * @return what the closure made of what is open; null for objects and frames
   */
  @Nullable Object to(Closure<?> closure) {
    return switch (operation.answer()) {
      case OBJECTS -> objects(closure);
      case FRAMES -> frames(closure);
      case TAR -> archive(closure);
      case HIJACK, WEBSOCKET -> connection(closure);
      default ->
          throw new UsageException(
              operation.id() + " answers at once and takes no closure: use what it gives");
    };
  }

  private @Nullable Object objects(Closure<?> closure) {
    try (var objects = engine.objects(operation.id(), parameters)) {
      objects.forEachRemaining(object -> closure.call(object));
    }
    return null;
  }

  private @Nullable Object frames(Closure<?> closure) {
    try (var frames = engine.frames(operation.id(), parameters, hasTerminal())) {
      frames.forEachRemaining(frame -> closure.call(frame));
    }
    return null;
  }

  private @Nullable Object archive(Closure<?> closure) {
    try (var response = engine.open(operation.id(), parameters)) {
      return closure.call(response);
    }
  }

  private @Nullable Object connection(Closure<?> closure) {
    try (var connection = engine.takeOver(operation.id(), parameters)) {
      return closure.call(connection);
    }
  }

  /** Below API 1.42 the answer does not say so; the thing whose output it is does. */
  private boolean hasTerminal() {
    return switch (operation.id()) {
      case "ContainerLogs" -> isSet("ContainerInspect", "/Config/Tty");
      case "ServiceLogs" -> isSet("ServiceInspect", "/Spec/TaskTemplate/ContainerSpec/TTY");
      default -> isSet("TaskInspect", "/Spec/ContainerSpec/TTY");
    };
  }

  private boolean isSet(String inspect, String pointer) {
    Object thing = engine.call(inspect, Collections.singletonMap("id", parameters.get("id")));
    return Boolean.TRUE.equals(JsonPointer.at(thing, pointer));
  }
}
