package dev.gantry.shell.help;

import dev.gantry.dsl.Resource;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import groovy.lang.Closure;
import groovy.lang.GroovyObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a value, or of what a property gives: what it is, its verbs and properties. */
final class TypePage {
  private static final int KEYS = 40;

  private TypePage() {}

  /**
   * @param path as it was typed
   */
  static Page of(String path, Subject subject) {
    Page page = new Page().line(path + " is " + what(subject));
    propertySummary(path, page);
    Class<?> type = subject.type();
    List<List<String>> verbs = verbs(type).map(it -> List.of(call(it), it.summary())).toList();
    if (!verbs.isEmpty()) {
      page.line("  verbs (?" + path + "." + verbName(verbs) + " tells all of one)").rows(4, verbs);
    }
    List<List<String>> properties =
        Properties.of(type).stream()
            .map(it -> List.of(it, Properties.summary(type, it).orElse("")))
            .toList();
    if (!properties.isEmpty()) {
      page.line("  properties").rows(4, properties);
    }
    if (Resource.class.isAssignableFrom(type)) {
      page.text(2, "Any field of the daemon's JSON too, by its own name: " + path + ".Id");
    }
    return foreign(path, subject, page);
  }

  private static void propertySummary(String path, Page page) {
    Tables.rows("properties.tsv").stream()
        .filter(row -> path.equals("docker." + row[1]) && row[0].equals("Docker"))
        .forEach(row -> page.text(2, row[2] + "."));
  }

  /** What is none of ours: the user's own, or the JDK's. */
  private static Page foreign(String path, Subject subject, Page page) {
    Class<?> type = subject.type();
    if (subject.value() instanceof Map<?, ?> map) {
      String keys =
          map.keySet().stream().limit(KEYS).map(String::valueOf).collect(Collectors.joining(", "));
      page.row("keys", keys + (map.size() > KEYS ? " …" : ""));
      page.row("try", path + ".tree(), " + path + ".paths(), ?streams, /help printing");
    } else if (!type.getName().startsWith("dev.gantry.") && !type.getName().startsWith("java.")) {
      page.row("methods", String.join(", ", methods(type)));
    }
    return page;
  }

  private static Set<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(it -> !it.isSynthetic() && !Modifier.isStatic(it.getModifiers()))
        .filter(it -> it.getDeclaringClass() != Object.class)
        .filter(it -> it.getDeclaringClass() != GroovyObject.class)
        .map(Method::getName)
        .filter(it -> !it.contains("$") && !it.matches("(get|set)MetaClass"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String what(Subject subject) {
    Object value = subject.value();
    if (value instanceof Resource resource) {
      return "the " + Resource.labelOf(resource);
    }
    if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
      String text = String.valueOf(value);
      String shown = text.length() > 60 ? text.substring(0, 59) + "…" : text;
      return article(subject.type()) + ": " + shown.replace("\n", "\\n");
    }
    if (value instanceof Map<?, ?> map) {
      return "a map of " + map.size() + (map.size() == 1 ? " key" : " keys");
    }
    if (value instanceof List<?> list) {
      return "a list of " + list.size();
    }
    return value instanceof Closure ? "a closure: a function to call" : article(subject.type());
  }

  private static String article(Class<?> type) {
    String name = type.getSimpleName();
    boolean vowel = !name.isEmpty() && "AEIOU".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + (name.isEmpty() ? type.getName() : name);
  }

  private static Stream<Verb> verbs(Class<?> type) {
    TreeSet<String> names =
        Arrays.stream(type.getMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    return names.stream().flatMap(name -> Verbs.of(type, name).stream());
  }

  private static String call(Verb verb) {
    String signature = verb.signature();
    return signature.substring(signature.lastIndexOf(verb.name() + "("));
  }

  private static String verbName(List<List<String>> verbs) {
    String first = verbs.get(0).get(0);
    return first.substring(0, first.indexOf('('));
  }
}
