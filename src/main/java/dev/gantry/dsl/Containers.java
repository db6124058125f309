package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.CreateRequest;
import dev.gantry.dsl.options.RunOptions;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code docker.containers}: lists, finds, creates and runs containers. */
public final class Containers extends Resources<Container> {
  private static final List<String> COLUMNS =
      List.of("CONTAINER ID", "NAME", "IMAGE", "STATUS", "PORTS", "CREATED", "COMMAND");

  Containers(Docker docker) {
    super(docker, "containers", COLUMNS);
  }

  /**
   * Lists containers, newest first, with one request. {@code GET /containers/json} (ContainerList).
   *
   * <p>Options: {@code all} (stopped ones too), {@code limit}, {@code size} (measure them; slow),
   * {@code filters}, such as {@code [label: 'tier=web', status: ['exited', 'created']]}.
   */
  @Override
  public ResourceList<Container> list(Map<String, ?> options) {
    Object rows = docker.engine().call("ContainerList", docker.options("ps", options).query());
    return listing(rows);
  }

  @Override
  Container listed(Map<String, @Nullable Object> row) {
    return Container.listed(docker, row);
  }

  @Override
  Map<String, ?> cells(Container container, Instant now) {
    return Map.ofEntries(
        entry("CONTAINER ID", container.getShortId()),
        entry("NAME", container.getName()),
        entry("IMAGE", container.getImage()),
        entry("STATUS", Objects.toString(container.value("Status"), "")),
        entry("PORTS", String.join(", ", Ports.shown(container.value("Ports")))),
        entry("CREATED", Humane.ageOf(container.getCreated(), now)),
        entry("COMMAND", Objects.toString(container.value("Command"), "")));
  }

  /**
   * One container by name, id or the beginning of an id. {@code GET /containers/{id}/json}
   * (ContainerInspect).
   *
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  @Override
  public Container get(CharSequence nameOrId) {
    return Container.found(docker, named(nameOrId));
  }

  /** Creates a container; see {@link #create(Map, Object...)}. */
  public Container create(Object... imageAndCommand) {
    return create(Map.of(), imageAndCommand);
  }

  /**
   * Creates a container without starting it. {@code POST /containers/create} (ContainerCreate).
   *
   * <p>Options are the long flags of {@code docker create} in camelCase, as named arguments or
   * assigned in a closure; {@code body:} is merged over the request for whatever is left. An image
   * that is not there is pulled first ({@code pull: 'missing'}, the default; {@code 'always'},
   * {@code 'never'}).
   *
   * @throws dev.gantry.engine.NotFoundException the image is not there, and was not to be pulled
   * @throws dev.gantry.engine.ConflictException the name is taken
   */
  public Container create(Map<String, ?> options, Object... imageAndCommand) {
    return Creation.of(docker, request("create", options, imageAndCommand));
  }

  /**
   * Runs a command in a new container, as {@code docker run} does; options as for {@link
   * #create(Map, Object...)}.
   *
   * @return with {@code detach: true} the running {@link Container}, else, when the command has
   *     ended, its {@link Result}
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // by the options
  public <R> R run(Map<String, ?> options, Object... imageAndCommand) {
    return (R) new Run(docker, request("run", options, imageAndCommand)).run();
  }

  /** Runs a command in a new container; see {@link #run(Map, Object...)}. */
  public Result run(CharSequence image, CharSequence... command) {
    return run(Map.of(), Options.command(image, command));
  }

  /** Runs a command in a new container; see {@link #run(Map, Object...)}. */
  public Object run(Object... imageAndCommand) {
    return run(Map.of(), imageAndCommand);
  }

  /** The logs of several containers; see {@link #logs(Map, Object...)}. */
  public @Nullable Object logs(Object... containers) {
    return logs(Map.of(), containers);
  }

  /**
   * The logs of several containers as one stream: {@code docker.containers.logs('web', 'db',
   * follow: true)}. Options are those of {@link Container#logs(Map)} but {@code to}. A closure at
   * the end is handed each {@link LogLine}. ContainerLogs.
   *
   * @param containers names, ids or containers
   * @return {@link ManyLogs} to go through; null with a closure
   */
  public @Nullable Object logs(Map<String, ?> options, Object... containers) {
    List<Object> given = new ArrayList<>(Options.given(containers));
    Closure<?> each = Options.closureIn(given);
    given.remove(each);
    if (options.containsKey("to") || given.isEmpty()) {
      throw new UsageException(
          "logs of several containers wants their names, as in logs('web', 'db', follow: true), and"
              + " no 'to'");
    }
    ManyLogs logs = new ManyLogs(docker, each(given), options);
    if (each == null) {
      return logs;
    }
    try (logs) {
      logs.forEachRemaining(each::call);
    }
    return null;
  }

  /** The containers that are given by name, by id, or themselves. */
  List<Container> each(List<?> given) {
    return given.stream()
        .map(it -> it instanceof Container one ? one : get(it.toString()))
        .toList();
  }

  /** Removes all stopped containers; see {@link #prune(Map)}. */
  public @Nullable Object prune() {
    return prune(Map.of());
  }

  /**
   * Removes stopped containers. {@code POST /containers/prune} (ContainerPrune). Options: {@code
   * filters} ({@code until}, {@code label}); {@code yes}, without which it asks at a terminal.
   *
   * @return {@code ContainersDeleted} (ids, or null) and {@code SpaceReclaimed} (bytes)
   */
  public @Nullable Object prune(Map<String, ?> options) {
    VerbOptions given = docker.options("container prune", options);
    Consent.ifAsked(docker, given, "containers.prune", "It removes all stopped containers.");
    return Pruned.of(docker.engine().call("ContainerPrune", given.query()));
  }

  /** Prunes containers, with options that the closure assigns. */
  public @Nullable Object prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }

  private CreateRequest request(String verb, Map<String, ?> options, Object... imageAndCommand) {
    List<Object> given = Options.given(imageAndCommand);
    Closure<?> closure = Options.closureIn(given);
    Map<String, @Nullable Object> all = new LinkedHashMap<>(Options.merged(options, closure));
    List<String> words = Options.words(given);
    Object image = words.isEmpty() ? all.remove("image") : words.get(0);
    if (image == null) {
      throw new UsageException(
          verb
              + " wants an image, such as docker."
              + (verb.equals("create") ? "containers.create" : verb)
              + "('busybox', 'date')");
    }
    List<String> command = words.isEmpty() ? words : words.subList(1, words.size());
    return RunOptions.parse(verb, all, docker.surroundings()).create(image.toString(), command);
  }
}
