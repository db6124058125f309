package dev.gantry.shell.help;

import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Resources;
import dev.gantry.dsl.ScriptJson;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import dev.gantry.script.ScriptBinding;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a path from a variable on. No getter of a value is called: it may ask the engine, and one
 * of the user's may do anything; entries of maps and lists of the JDK's are read.
 */
final class Paths {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?([A-Za-z_$][\\w$]*)(\\([^()]*\\)?)?|\\[(?:'([^']*)'|\"([^\"]*)\"|(\\d+))\\]");

  /** Names that have no value before they are used. */
  private static final Map<String, Class<?>> TYPES =
      Map.of("docker", Docker.class, "json", ScriptJson.class, "env", Map.class);

  private final ScriptBinding variables;

  Paths(ScriptBinding variables) {
    this.variables = variables;
  }

  /** What a path leads to; nothing where it is no path, or leads nowhere that is known. */
  Optional<Subject> follow(String path) {
    List<String> steps = steps(path);
    Optional<Subject> subject = steps.isEmpty() ? Optional.empty() : variable(steps.get(0));
    for (String step : steps.subList(Math.min(1, steps.size()), steps.size())) {
      subject = subject.flatMap(from -> next(from, step));
    }
    return subject;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (end < path.length() && step.find(end) && step.start() == end) {
      String key = step.group(3) != null ? step.group(3) : step.group(4);
      steps.add(step.group(1) != null ? step.group(1) : "[" + (key != null ? key : step.group(5)));
      end = step.end();
    }
    return end == path.length() ? steps : List.of();
  }

  private Optional<Subject> variable(String name) {
    Object value = variables.getVariables().get(name);
    return value == null
        ? Optional.ofNullable(TYPES.get(name)).map(Subject::of)
        : Optional.of(Subject.of(value));
  }

  private static Optional<Subject> next(Subject from, String step) {
    if (from.verb() != null) {
      return Optional.empty();
    }
    boolean index = step.startsWith("[");
    String name = index ? step.substring(1) : step;
    Optional<Subject> held = held(from, name);
    if (held.isPresent() || index) {
      return held.or(() -> element(from));
    }
    return Verbs.of(from.type(), name)
        .map(verb -> new Subject(null, result(from, verb), verb))
        .or(() -> Getters.of(from.type(), name).map(it -> Subject.of(it.getReturnType())))
        .or(() -> Resources.class.isAssignableFrom(from.type()) ? element(from) : Optional.empty());
  }

  private static Class<?> result(Subject from, Verb verb) {
    return Arrays.stream(from.type().getMethods())
        .filter(it -> it.getName().equals(verb.name()))
        .findFirst()
        .<Class<?>>map(Method::getReturnType)
        .orElse(Object.class);
  }

  private static Optional<Subject> held(Subject from, String name) {
    boolean jdk = from.value() != null && from.type().getName().startsWith("java.util.");
    if (jdk && from.value() instanceof Map<?, ?> map && map.get(name) != null) {
      return Optional.of(Subject.of(map.get(name)));
    }
    boolean number = name.matches("\\d{1,9}");
    return number && from.value() instanceof List<?> list && list.size() > Integer.parseInt(name)
        ? Optional.ofNullable(list.get(Integer.parseInt(name))).map(Subject::of)
        : Optional.empty();
  }

  /** What a collection of ours gives by name: a container for {@code docker.containers.web}. */
  private static Optional<Subject> element(Subject from) {
    return Arrays.stream(from.type().getMethods())
        .filter(it -> it.getName().equals("get") && it.getParameterCount() == 1)
        .filter(it -> !it.isBridge())
        .map(it -> raw(it.getGenericReturnType()))
        .findFirst()
        .map(Subject::of);
  }

  private static Class<?> raw(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }
}
