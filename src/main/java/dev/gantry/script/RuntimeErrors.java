package dev.gantry.script;

import dev.gantry.GantryException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.runtime.metaclass.MethodSelectionException;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;
import org.jspecify.annotations.Nullable;

/** Says what stopped a running script, and which line of it is to blame. */
final class RuntimeErrors {
  /** Finds the place of a stack frame in what the user wrote. */
  interface Places {
    /** Null for a frame that is none of the user's. */
    @Nullable Place of(StackTraceElement frame);
  }

  private static final Pattern QUOTED = Pattern.compile("'([\\w$.]+)'");

  private final Place unknown;
  private final Places places;
  private final ScriptBinding binding;

  RuntimeErrors(ScriptSource source, ScriptCompiler compiler, ScriptBinding binding) {
    this(source, inScript(source, compiler.classNames()), binding);
  }

  RuntimeErrors(ScriptSource source, Places places, ScriptBinding binding) {
    this.unknown = new Place(source.name(), 0, 0, "");
    this.places = places;
    this.binding = binding;
  }

  private static Places inScript(ScriptSource source, Set<String> scriptClasses) {
    return frame -> {
      int line = frame.getLineNumber();
      return line > 0 && scriptClasses.contains(frame.getClassName())
          ? new Place(source.name(), line, 0, source.line(line))
          : null;
    };
  }

  /**
   * Explains what a script threw.
   *
   * @return what to throw instead
   * @throws ScriptExit the script called {@code exit}, perhaps wrapped by a library on the way
   */
  ScriptException explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ScriptExit exit) {
        throw exit;
      }
    }
    Throwable error = unwrap(failure);
    String reason = reason(error);
    Place place = place(error);
    String message = reason + "\n  at " + place + evidence(error, place, reason);
    return new ScriptException(message, reason, place, error);
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable error = failure;
    while (error.getCause() != null
        && (error instanceof InvokerInvocationException
            || error instanceof InvocationTargetException
            || error instanceof UndeclaredThrowableException)) {
      error = error.getCause();
    }
    return error;
  }

  private String reason(Throwable error) {
    if (error instanceof GantryException) {
      return String.valueOf(error.getMessage());
    }
    if (error instanceof MissingPropertyException missing) {
      return MissingNames.property(missing, binding.names());
    }
    if (error instanceof MissingMethodException missing) {
      return MissingNames.method(missing);
    }
    if (error instanceof MethodSelectionException several) {
      return MissingNames.unclear(several);
    }
    if (error instanceof PowerAssertionError) {
      return "assertion failed";
    }
    String missed = error instanceof NullPointerException ? KeyWatch.take() : "";
    if (!missed.isEmpty()) {
      return missed + ", so there is null: " + error.getMessage();
    }
    String verb = error instanceof NullPointerException ? verb(error) : "";
    if (!verb.isEmpty()) {
      return verb + " met null where a value is wanted: was it given null?";
    }
    String name = error.getClass().getSimpleName();
    return error.getMessage() == null ? name : name + ": " + error.getMessage().strip();
  }

  /** The verb of ours in which an error came up; empty when it was elsewhere. */
  private static String verb(Throwable error) {
    String verb = "";
    for (StackTraceElement frame : error.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith("dev.gantry.dsl.")) {
        verb = frame.getMethodName();
      } else if (!name.startsWith("java.") && !name.startsWith("dev.gantry.")) {
        return verb;
      }
    }
    return verb;
  }

  /** The line of the script, or Groovy's picture of a failed assertion with its values. */
  private static String evidence(Throwable error, Place place, String reason) {
    return error instanceof PowerAssertionError
        ? "\n" + String.valueOf(error.getMessage()).strip().indent(4).stripTrailing()
        : place.at(column(place.text(), reason)).quoteWithCaret();
  }

  /** Where the first name that the reason quotes stands in the line, if only once; else 0. */
  private static int column(String line, String reason) {
    Matcher quoted = QUOTED.matcher(reason);
    if (!quoted.find()) {
      return 0;
    }
    String name = quoted.group(1).replaceFirst(".*\\.", "");
    Matcher inLine =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(line);
    boolean once = inLine.find();
    int column = once ? inLine.start() + 1 : 0;
    return once && !inLine.find() ? column : 0;
  }

  /** The innermost line of the script on the way to the error, or to what caused it. */
  private Place place(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      Optional<Place> place =
          Arrays.stream(cause.getStackTrace()).map(places::of).filter(Objects::nonNull).findFirst();
      if (place.isPresent()) {
        return place.get();
      }
    }
    return unknown;
  }
}
