package dev.gantry.shell.help;

import dev.gantry.DidYouMean;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.dsl.Verbs;
import dev.gantry.script.ScriptBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the page for what is asked about. Asks no engine, and runs nothing of the user's.
 *
 * <p>In this order: a path from a variable on, a topic, a verb, words of the Docker CLI, an
 * operation or an object of the API, an option. A topic comes first where a slash was typed.
 */
public final class Help {
  private final ScriptBinding variables;
  private final Paths paths;

  /**
   * @param variables of the session
   */
  public Help(ScriptBinding variables) {
    this.variables = variables;
    this.paths = new Paths(variables);
  }

  /** What can be asked for by {@code /help word}. */
  public static Set<String> topics() {
    return Topics.names();
  }

  /** The page behind {@code /help} alone, without what the table of commands adds. */
  public static Page overview() {
    return Topics.text("overview")
        .text(0, "Topics: /help " + String.join(", ", Topics.names()) + ", commands.");
  }

  /** The page of a topic, or the same as {@link #about}. */
  public Optional<Page> topicOr(String words) {
    return Topics.named(words).or(() -> about(words));
  }

  /** The page for a path, or for words. */
  public Optional<Page> about(String words) {
    String asked = words.strip();
    return Stream.<Supplier<Optional<Page>>>of(
            () -> paths.follow(asked).map(subject -> page(asked, subject)),
            () -> optionOfVerb(asked),
            () -> Topics.named(asked),
            () -> verbs(Verbs.named(asked)),
            () -> verbs(Verbs.all().stream().filter(it -> it.path().equals(asked)).toList()),
            () -> property(asked),
            () -> verbs(DockerWords.verbs(asked.replaceFirst("^docker\\.", ""))),
            () -> ApiPage.of(asked.replaceFirst("^docker\\.api\\.", "")),
            () -> OptionPage.of(asked))
        .flatMap(attempt -> attempt.get().stream())
        .findFirst();
  }

  /** A sentence for words that nothing is known of. */
  public String nothingOn(String words) {
    Set<String> known = new TreeSet<>(variables.names());
    known.addAll(Topics.names());
    Verbs.all().forEach(verb -> known.addAll(Set.of(verb.name(), verb.path())));
    String last = words.contains(".") ? words.substring(words.lastIndexOf('.') + 1) : words;
    return "no help on '%s'%s; /find %s searches everything"
        .formatted(words, DidYouMean.hint(words, known), last);
  }

  private static Page page(String path, Subject subject) {
    return subject.verb() == null ? TypePage.of(path, subject) : VerbPage.of(subject.verb());
  }

  /** {@code docker.run.restart}. */
  private Optional<Page> optionOfVerb(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Optional<Verb> verb =
        paths.follow(path.substring(0, dot)).flatMap(it -> Optional.ofNullable(it.verb()));
    return verb.flatMap(
        it -> {
          Optional<VerbOption> option = it.option(path.substring(dot + 1));
          return option.map(found -> OptionPage.of(it, found));
        });
  }

  /** {@code images}: what {@code docker.images} is. */
  private Optional<Page> property(String word) {
    return word.matches("[a-zA-Z]+")
        ? paths.follow("docker." + word).map(subject -> page("docker." + word, subject))
        : Optional.empty();
  }

  /** The page of the first; the others are named. */
  private static Optional<Page> verbs(List<Verb> verbs) {
    if (verbs.isEmpty()) {
      return Optional.empty();
    }
    Page page = VerbPage.of(verbs.get(0));
    Map<String, String> others =
        verbs.stream().skip(1).collect(Collectors.toMap(Verb::path, Verb::summary, (a, b) -> a));
    if (!others.isEmpty()) {
      page.row("also", others.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return Optional.of(page);
  }
}
