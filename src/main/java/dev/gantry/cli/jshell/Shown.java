package dev.gantry.cli.jshell;

import dev.gantry.json.Tabular;
import dev.gantry.shell.printing.ValuePrinter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The value of a snippet as it is shown.
 *
 * @param snippet JShell's class around the snippet, which has a field for the variable that it made
 */
record Shown(@Nullable Object value, Class<?> snippet, Evaluation evaluation) {

  /** What follows JShell's {@code $1 ==> }: on that line if it is one, else below it. */
  Text text() throws IOException {
    if (value == null) {
      return new Text("null");
    }
    if (value instanceof Iterator<?>) {
      return new Text(isAsked() ? stream() : value.getClass().getSimpleName());
    }
    StringBuilder printed = new StringBuilder();
    new ValuePrinter(evaluation.style().get()).print(value, printed);
    String text = printed.toString().stripTrailing();
    boolean below = value instanceof Tabular || text.contains("\n");
    return new Text((below ? "\n" : "") + text);
  }

  /** A stream that was only given a name is left to whoever reads it. */
  private boolean isAsked() {
    return Arrays.stream(snippet.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(Field::getName)
        .allMatch(name -> name.startsWith("$"));
  }

  private String stream() throws IOException {
    new ValuePrinter(evaluation.style().get()).print(value, evaluation.out());
    return "(the end of the stream)";
  }

  /** JShell quotes what is a String; this it takes as it reads. */
  record Text(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
