package dev.gantry.shell.help;

import dev.gantry.dsl.Verbs;
import groovy.lang.Closure;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;

/**
 * What entries call as {@code help('run')}, {@code help(docker)} or {@code help(docker.&run)}: the
 * same pages as behind {@code /help}.
 */
public final class HelpFunction extends Closure<@Nullable Object> {
  private static final long serialVersionUID = 1L;

  private final transient Help help;
  private final transient Map<?, ?> variables;
  private final transient Consumer<Page> shown;

  /**
   * @param variables of the session, to call values by their names
   * @param shown takes the page
   */
  public HelpFunction(Help help, Map<?, ?> variables, Consumer<Page> shown) {
    super(help);
    this.help = help;
    this.variables = variables;
    this.shown = shown;
  }

  /** The overview. */
  @SuppressWarnings("unused") // Groovy calls it
  public @Nullable Object doCall() {
    shown.accept(Help.overview());
    return null;
  }

  /** The page for a text, a verb or a value. */
  @SuppressWarnings("unused") // Groovy calls it
  public @Nullable Object doCall(@Nullable Object about) {
    shown.accept(page(about));
    return null;
  }

  private Page page(@Nullable Object about) {
    if (about == null) {
      return new Page().line("that is null: nothing");
    }
    if (about instanceof MethodClosure verb) {
      return verb(verb).orElseGet(() -> words(verb.getMethod()));
    }
    return about instanceof CharSequence words ? words(words.toString()) : value(about);
  }

  private static Optional<Page> verb(MethodClosure verb) {
    Object owner = verb.getOwner();
    Class<?> type = owner instanceof Class<?> itself ? itself : owner.getClass();
    return Verbs.of(type, verb.getMethod()).map(VerbPage::of);
  }

  private Page words(String words) {
    return help.topicOr(words).orElseGet(() -> new Page().line(help.nothingOn(words)));
  }

  private Page value(Object value) {
    String name =
        variables.entrySet().stream()
            .filter(it -> it.getValue() == value && !String.valueOf(it.getKey()).startsWith("_"))
            .map(it -> String.valueOf(it.getKey()))
            .findFirst()
            .orElse("it");
    return TypePage.of(name, value instanceof Class<?> type ? Subject.of(type) : Subject.of(value));
  }
}
