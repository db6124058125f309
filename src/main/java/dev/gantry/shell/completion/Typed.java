package dev.gantry.shell.completion;

import dev.gantry.dsl.Container;
import dev.gantry.dsl.ContainerFile;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Execution;
import dev.gantry.dsl.FileHolder;
import dev.gantry.dsl.Image;
import dev.gantry.dsl.Peek;
import dev.gantry.dsl.Resource;
import dev.gantry.dsl.ResourceList;
import dev.gantry.dsl.Resources;
import dev.gantry.dsl.Result;
import dev.gantry.dsl.SwarmResource;
import dev.gantry.shell.completion.Chain.Kind;
import dev.gantry.shell.completion.Chain.Step;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object by its declared type, and the object itself where it is at hand.
 *
 * @param value of which nothing but what it holds in memory is read
 */
record Typed(@Nullable Object value, Type type, Place place) implements Known {
  private static final Set<String> PICKS = Set.of("first", "last", "find", "max", "min", "head");

  /**
   * Where it is.
   *
   * @param handle what its engine knows it by; empty where that is unknown
   */
  record Place(Asking asking, String handle) {}

  @Override
  public Optional<Known> then(Step step) {
    return switch (step.kind()) {
      case NAME -> name(step.text());
      case CALL -> call(step);
      case INDEX -> index(step.text());
      case LITERAL -> Optional.empty();
    };
  }

  private Optional<Known> name(String name) {
    boolean daemons = Character.isUpperCase(name.charAt(0));
    if (is(Resource.class) && (daemons || name.equals("attrs"))) {
      return daemons ? json().flatMap(it -> it.then(new Step(Kind.NAME, name))) : json();
    }
    if (is(Docker.class) && name.equals("info")) {
      return Optional.of(answer("SystemInfo", "SystemInfo"));
    }
    if (is(Docker.class) && name.equals("version")) {
      return Optional.of(answer("SystemVersion", "SystemVersion"));
    }
    if (is(Resource.class) && name.equals("labels")) {
      return labels();
    }
    Optional<Known> declared = declared(getter(name));
    return declared.isEmpty() && is(Resources.class) ? thing(name) : declared;
  }

  /** Where kinds of things have theirs. */
  private Optional<Known> labels() {
    String where =
        is(Container.class) || is(Image.class) ? "Config" : is(SwarmResource.class) ? "Spec" : "";
    return json()
        .flatMap(it -> where.isEmpty() ? Optional.of(it) : it.then(new Step(Kind.NAME, where)))
        .flatMap(it -> it.then(new Step(Kind.NAME, "Labels")));
  }

  private Known answer(String operation, String schema) {
    return Known.json(() -> asking().read(operation, Map.of()), schema, asking());
  }

  private Optional<Known> call(Step step) {
    String method = step.text();
    if (is(Resource.class) && method.equals("inspect")) {
      return json();
    }
    if (is(Resources.class) && method.equals("get")) {
      return thing(Document.unquoted(step.arguments()));
    }
    if (is(Docker.class) && method.equals("on")) {
      return Optional.of(new Typed(null, Docker.class, new Place(Asking.NOTHING, "")));
    }
    if (is(List.class) && PICKS.contains(method)) {
      return element();
    }
    if (is(List.class) && Document.SAME.contains(method)) {
      return Optional.of(this);
    }
    return result(step).or(() -> declared(method(method)));
  }

  /** What is declared as Object for the sake of a few forms. */
  private Optional<Known> result(Step step) {
    boolean detached = step.arguments().matches("(?s).*\\bdetach\\s*[:=]\\s*true.*");
    boolean streamed = step.arguments().matches("(?s).*\\b(stream|follow)\\s*[:=]\\s*true.*");
    return switch (step.text()) {
      case "run" -> typed(detached ? Container.class : Result.class);
      case "exec" -> typed(detached || streamed ? Execution.class : Result.class);
      case "logs", "attach" -> streamed ? Optional.empty() : typed(Result.class);
      default -> Optional.empty();
    };
  }

  private Optional<Known> typed(Class<?> other) {
    return rawType().getName().startsWith("dev.gantry.")
        ? Optional.of(new Typed(null, other, new Place(asking(), "")))
        : Optional.empty();
  }

  private Optional<Known> index(String index) {
    boolean quoted = index.matches("(?s)\\s*['\"].*");
    if (is(Resources.class)) {
      return thing(quoted ? Document.unquoted(index) : "");
    }
    if (quoted && is(Resource.class)) {
      String name = Document.unquoted(index);
      return is(FileHolder.class) && name.startsWith("/")
          ? typed(ContainerFile.class)
          : name.isEmpty() ? Optional.empty() : name(name);
    }
    return is(List.class) ? at(index) : declared(method("getAt"));
  }

  /** A thing of a collection, by its name. */
  private Optional<Known> thing(String handle) {
    Optional<Known> declared = declared(method("getAt"));
    return declared.map(it -> new Typed(null, ((Typed) it).type(), new Place(asking(), handle)));
  }

  private Optional<Known> at(String index) {
    if (value instanceof ResourceList<?> list && index.matches("\\d{1,9}")) {
      int at = Integer.parseInt(index);
      return at < list.size() ? Optional.of(Known.value(list.get(at), asking())) : Optional.empty();
    }
    return element();
  }

  @Override
  public Optional<Known> element() {
    if (value instanceof ResourceList<?> list && !list.isEmpty()) {
      return Optional.of(Known.value(list.get(0), asking()));
    }
    Type of = new Generics(rawType()).resolve(listedType());
    return is(Iterable.class) || is(java.util.Iterator.class)
        ? Optional.of(of(of))
        : Optional.of(this);
  }

  private Type listedType() {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
    }
    return Arrays.stream(rawType().getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(it -> ((ParameterizedType) it).getActualTypeArguments()[0])
        .findFirst()
        .orElse(Object.class);
  }

  /** A map or a list of which nothing but the type is known is data. */
  private Known of(Type other) {
    return new Typed(null, other, new Place(asking(), ""));
  }

  /** The thing's JSON: as it is in memory, else as the engine has it, else as the API says. */
  private Optional<Known> json() {
    return Things.of(rawType())
        .map(
            things ->
                Known.json(
                    () -> held().or(() -> handle().flatMap(it -> things.read(asking(), it))),
                    things.schema(),
                    asking()));
  }

  private Optional<Object> held() {
    return value instanceof Resource thing ? Peek.held(thing).map(it -> it) : Optional.empty();
  }

  private Optional<String> handle() {
    return value instanceof Resource thing
        ? Optional.of(Peek.handle(thing))
        : Optional.of(place.handle()).filter(handle -> !handle.isEmpty());
  }

  /** The engine that a value is on is the one to ask of it. */
  private Asking asking() {
    if (value instanceof Docker docker) {
      return place.asking().of(docker);
    }
    return value instanceof Resource thing ? place.asking().of(Peek.docker(thing)) : place.asking();
  }

  /** Where its names are asked for, and what it is called there. */
  Place where() {
    return new Place(asking(), handle().orElse(""));
  }

  @Override
  public Class<?> rawType() {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  private boolean is(Class<?> other) {
    return other.isAssignableFrom(rawType());
  }

  @Override
  public Stream<String> keys() {
    return is(Resource.class) ? json().stream().flatMap(Known::keys) : Stream.of();
  }

  private Optional<Method> getter(String property) {
    String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return method("get" + suffix).or(() -> method("is" + suffix)).or(() -> recordPart(property));
  }

  private Optional<Method> recordPart(String name) {
    return rawType().isRecord() ? method(name) : Optional.empty();
  }

  private Optional<Method> method(String name) {
    return Arrays.stream(rawType().getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst();
  }

  private Optional<Known> declared(Optional<Method> method) {
    Generics generics = new Generics(rawType());
    return method.map(found -> of(generics.resolve(found.getGenericReturnType())));
  }
}
