package dev.gantry.script;

import java.util.List;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a script does not compile, and shows the place. */
final class CompileErrors {
  private CompileErrors() {}

  static ScriptException explain(CompilationFailedException failure, ScriptSource source) {
    Message first = first(failure);
    if (first instanceof SyntaxErrorMessage syntax) {
      SyntaxException cause = syntax.getCause();
      int line = cause.getStartLine();
      Place place = new Place(source.name(), line, cause.getStartColumn(), source.line(line));
      return at(place, sentence(cause.getOriginalMessage()), failure);
    }
    String said =
        first instanceof SimpleMessage simple ? simple.getMessage() : failure.getMessage();
    return at(new Place(source.name(), 0, 0, ""), sentence(String.valueOf(said)), failure);
  }

  private static ScriptException at(Place place, String sentence, Throwable cause) {
    String message = place + ": " + sentence + place.quoteWithCaret();
    return new ScriptException(message, sentence, place, cause);
  }

  private static @Nullable Message first(CompilationFailedException failure) {
    List<? extends Message> errors =
        failure instanceof MultipleCompilationErrorsException many
            ? many.getErrorCollector().getErrors()
            : List.of();
    return errors.isEmpty() ? null : errors.get(0);
  }

  /** Groovy appends places and explanations on further lines; the place is shown by us. */
  private static String sentence(String message) {
    return message.strip().lines().findFirst().orElse("does not compile").strip();
  }
}
