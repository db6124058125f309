package dev.gantry.dsl;

import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One container.
 *
 * <p>Errors of every verb: {@link dev.gantry.engine.NotFoundException} when it is gone, {@link
 * dev.gantry.engine.ConflictException} when it is not in the state for it. Sources: Engine API
 * 1.51, {@code /containers/{id}/…}.
 */
public final class Container extends ContainerShell {
  private Container(Docker docker, String handle) {
    super(docker, handle);
  }

  static Container listed(Docker docker, Map<String, @Nullable Object> row) {
    Container container = new Container(docker, Rows.text(row.get("Id")));
    container.listedAs(row);
    return container;
  }

  /** Asks for it at once, so that a name that does not exist fails here; holds on to its id. */
  static Container found(Docker docker, String nameOrId) {
    Map<String, @Nullable Object> full = KIND.inspect(docker, nameOrId);
    Container container = new Container(docker, Rows.text(full.get("Id")));
    container.inspectedAs(full);
    return container;
  }

  /** One that was made a moment ago, under a name if it was given any. */
  static Container made(Docker docker, String id, @Nullable Object name) {
    Container container = new Container(docker, id);
    container.namedAs(Rows.text(name));
    return container;
  }

  public Container start() {
    return start(Map.of());
  }

  /**
   * Starts it; nothing happens when it runs already. Options: {@code checkpoint} (go on from
   * there), {@code checkpointDir}. {@code POST /containers/{id}/start} (ContainerStart).
   */
  public Container start(Map<String, ?> options) {
    return act("ContainerStart", docker().options("start", options).query());
  }

  /** Starts it, with options that the closure assigns. */
  public Container start(Closure<?> options) {
    return start(ClosureOptions.of(options));
  }

  /** What was saved of its processes: {@code c.checkpoints.create('before')}. */
  public Checkpoints getCheckpoints() {
    return new Checkpoints(docker(), this);
  }

  /** Saves its processes; see {@link Checkpoints#create(Map, String)}. */
  public Container checkpoint(String name) {
    return checkpoint(Map.of(), name);
  }

  /** Saves its processes; see {@link Checkpoints#create(Map, String)}. */
  public Container checkpoint(Map<String, ?> options, String name) {
    getCheckpoints().create(options, name);
    changed();
    return this;
  }

  /** Saves its processes, with options that the closure assigns. */
  public Container checkpoint(String name, Closure<?> options) {
    return checkpoint(ClosureOptions.of(options), name);
  }

  /** Stops it; see {@link #stop(Map)}. */
  public Container stop() {
    return stop(Map.of());
  }

  /**
   * Stops it: its signal first, SIGKILL when the time is over. Options: {@code timeout} (seconds or
   * a duration; the container's own, or the daemon's 10 seconds, when left out), {@code signal}
   * (from API 1.42). ContainerStop.
   */
  public Container stop(Map<String, ?> options) {
    return act("ContainerStop", docker().options("stop", options).query());
  }

  /** Stops it, with options that the closure assigns. */
  public Container stop(Closure<?> options) {
    return stop(ClosureOptions.of(options));
  }

  public Container restart() {
    return restart(Map.of());
  }

  /** Stops and starts it; options as for {@link #stop(Map)}. ContainerRestart. */
  public Container restart(Map<String, ?> options) {
    return act("ContainerRestart", docker().options("restart", options).query());
  }

  /** Stops and starts it, with options that the closure assigns. */
  public Container restart(Closure<?> options) {
    return restart(ClosureOptions.of(options));
  }

  /** Sends SIGKILL. */
  public Container kill() {
    return act("ContainerKill", Map.of());
  }

  /** Sends a signal by its name or number, such as {@code 'HUP'}. ContainerKill. */
  public Container kill(Object signal) {
    return act("ContainerKill", Map.of("signal", signal.toString()));
  }

  public Container pause() {
    return act("ContainerPause", Map.of());
  }

  public Container unpause() {
    return act("ContainerUnpause", Map.of());
  }

  /** Gives it another name. ContainerRename. */
  public Container rename(String name) {
    act("ContainerRename", Map.of("name", name));
    reload();
    return this;
  }

  public void remove() {
    remove(Map.of());
  }

  /**
   * Removes it. Options: {@code force} (kill it first), {@code volumes} (its anonymous ones too),
   * {@code link}.
   */
  public void remove(Map<String, ?> options) {
    act("ContainerDelete", docker().options("rm", options).query());
  }

  /** Removes it, with options that the closure assigns. */
  public void remove(Closure<?> options) {
    remove(ClosureOptions.of(options));
  }

  /**
   * Changes limits of resources or the restart policy, by the options of {@code docker update}.
   * ContainerUpdate.
   */
  public @Nullable Object update(Map<String, ?> options) {
    Object warnings =
        call("ContainerUpdate", Map.of("body", docker().options("update", options).body()));
    changed();
    return warnings;
  }

  /** Changes limits, with options that the closure assigns. */
  public @Nullable Object update(Closure<?> options) {
    return update(ClosureOptions.of(options));
  }

  /** Makes an image of it without a name; see {@link #commit(Map, String)}. */
  public Image commit() {
    return new Commit(docker(), handle()).run(Map.of(), null);
  }

  /** Makes an image of it, named by the options {@code repo} and {@code tag}, if at all. */
  public Image commit(Map<String, ?> options) {
    return new Commit(docker(), handle()).run(options, null);
  }

  /** Makes an image of it, with options that the closure assigns. */
  public Image commit(Closure<?> options) {
    return commit(ClosureOptions.of(options));
  }

  public Image commit(String reference) {
    return commit(Map.of(), reference);
  }

  /**
   * Makes an image of what it has become: {@code c.commit('mine:2', message: 'by hand')}. {@code
   * POST /commit} (ImageCommit). Options: {@code author}, {@code message}, {@code changes} (lines
   * of a Dockerfile), {@code pause} (while it is read; true unless said), {@code repo}, {@code
   * tag}.
   */
  public Image commit(Map<String, ?> options, String reference) {
    return new Commit(docker(), handle()).run(options, reference);
  }

  /** Makes an image of it, with options that the closure assigns. */
  public Image commit(String reference, Closure<?> options) {
    return commit(ClosureOptions.of(options), reference);
  }

  public Result logs() {
    return logs(Map.of());
  }

  /**
   * What it wrote. Options: {@code follow}, {@code tail} (number of lines or {@code 'all'}), {@code
   * since} and {@code until} (a point in time, or how long ago), {@code timestamps}, {@code
   * details}, {@code stdout} and {@code stderr} (both unless one is named), {@code to} (where the
   * bytes go as they are: a file, an OutputStream, a closure that reads a stream, a program).
   * ContainerLogs.
   *
   * @return a {@link Result}, an empty one with {@code to}; with {@code follow: true} and no
   *     closure, {@link Lines} to go through
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // by the options
  public <R> R logs(Map<String, ?> options) {
    return (R) Logs.of(docker(), this, options).read();
  }

  /** Hands each line so far to a closure; see {@link #logs(Map, Closure)}. */
  public void logs(Closure<?> each) {
    logs(Map.of(), each);
  }

  /**
   * Hands each line to a closure, or the line and {@code 'out'} or {@code 'err'}; see {@link
   * #logs(Map)}.
   */
  public void logs(Map<String, ?> options, Closure<?> each) {
    Logs.of(docker(), this, options).each(each);
  }

  /** Hands each line so far to a lambda; see {@link #logs(Map)}. */
  public void logs(Consumer<? super String> each) {
    logs(Map.of(), Lambdas.each(each));
  }

  /** Hands each line to a lambda; see {@link #logs(Map)}. */
  public void logs(Map<String, ?> options, Consumer<? super String> each) {
    logs(options, Lambdas.each(each));
  }

  /** Hands each line, and {@code "out"} or {@code "err"}, to a lambda; see {@link #logs(Map)}. */
  public void logs(Map<String, ?> options, BiConsumer<? super String, ? super String> each) {
    logs(options, Lambdas.each(each));
  }

  /** Runs a command in it: {@code c.exec("ls", "-l")}; see {@link #exec(Map, Object...)}. */
  public Result exec(CharSequence program, CharSequence... arguments) {
    return exec(Map.of(), Options.command(program, arguments));
  }

  /** Runs a command in it: {@code c.exec('ls', '-l')}; see {@link #exec(Map, Object...)}. */
  public Object exec(Object... command) {
    return exec(Map.of(), command);
  }

  /**
   * Runs a command in it. Options: {@code user}, {@code workdir}, {@code env}, {@code privileged},
   * {@code tty}, {@code detach}, {@code detachKeys}, {@code stdin} (a text, bytes, a File, a Path
   * or an InputStream to feed to it; a terminal's input has no end), {@code interactive} (its input
   * stays open: empty, or written to with {@code stream}; with {@code tty} as well it has the
   * person's terminal), {@code stream}. With a closure at the end, each line is handed to it as it
   * comes, or the line and {@code 'out'} or {@code 'err'}. ContainerExec, ExecStart, ExecInspect.
   *
   * @return its {@link Result}, which has but the exit status when a closure got the lines; with
   *     {@code detach: true} or {@code stream: true} the {@link Execution}
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // by the options
  public <R> R exec(Map<String, ?> options, Object... command) {
    return (R) new Exec(docker(), handle()).run(options, Options.given(command));
  }

  /** Attaches to its streams; see {@link #attach(Map)}. */
  public Result attach() {
    return attach(Map.of());
  }

  /**
   * Attaches to the streams of its program, and reads what it writes from now on to the end. One
   * that has a terminal gets the person's, where there is one, until its {@code detachKeys}; what
   * another writes is shown there as it comes, and is not in the result. Options: {@code logs}
   * (what it wrote before comes first), {@code stdout} and {@code stderr} (both unless one is
   * named), {@code stdin} and {@code interactive} as for {@link #exec(Map, Object...)}, {@code
   * detachKeys} (keys that leave it running), {@code stream}. ContainerAttach.
   *
   * @return a {@link Result}, whose exit status is null when the program was left running; with
   *     {@code stream: true} a {@link Conversation}, which is asked for it
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // by the options
  public <R> R attach(Map<String, ?> options) {
    return (R) new Attach(docker(), this).run(options);
  }

  /** Hands each line from now on to a closure, as {@link #logs(Map, Closure)} does. */
  public Object attach(Closure<?> each) {
    return attach(Map.of(), each);
  }

  /**
   * Hands each line from now on to a closure; options as for {@link #attach(Map)}.
   *
   * @return a {@link Result} that has but the exit status
   */
  public Object attach(Map<String, ?> options, Closure<?> each) {
    return new Attach(docker(), this).each(options, each);
  }

  /** Tells its terminal how large it is, in characters. ContainerResize. */
  public Container resize(int height, int width) {
    return act("ContainerResize", Map.of("h", height, "w", width));
  }

  /**
   * Below API 1.42 answers do not say whether the streams are told apart, so the container is
   * asked.
   */
  boolean hasTerminal() {
    return Boolean.TRUE.equals(Rows.in(document().get("Config"), "Tty"));
  }

  /**
   * One reading of its resources, shown as a row of {@code docker stats}; takes a second or two, in
   * which the daemon measures twice. ContainerStats.
   *
   * @return the daemon's JSON, and what {@code docker stats} shows of it: {@code cpuPercent} (of
   *     one CPU), {@code memoryUsage memoryLimit networkIn networkOut blockRead blockWrite}
   *     (bytes), {@code memoryPercent}, {@code pids}
   */
  public Map<String, Object> stats() {
    return Stats.read(docker().engine(), handle());
  }

  /**
   * Readings of its resources as they come, with {@code stream: true}; else one. ContainerStats.
   */
  public Object stats(Map<String, ?> options) {
    boolean stream = docker().options("container stats", options).is("stream");
    return stream
        ? new Readings(docker().engine().objects("ContainerStats", Map.of("id", handle())))
        : stats();
  }

  /** Hands a reading of its resources to a lambda about every second, until it is removed. */
  public void stats(Consumer<? super Map<String, Object>> each) {
    stats(Lambdas.each(each));
  }

  /** Hands a reading of its resources to a closure about every second, until it is removed. */
  public void stats(Closure<?> each) {
    Stats.follow(docker().engine(), handle(), each);
  }

  /** Its processes, by {@code ps -ef}. */
  public Processes top() {
    return new Processes(call("ContainerTop", Map.of()));
  }

  /** Its processes, by ps of the host with these arguments. ContainerTop. */
  public Processes top(String psArguments) {
    return new Processes(call("ContainerTop", Map.of("ps_args", psArguments)));
  }

  /**
   * The files that differ from its image: {@code Path}, {@code Kind} (a number) and {@code change}:
   * {@code modified}, {@code added} or {@code deleted}. ContainerChanges.
   */
  public List<Map<String, Object>> diff() {
    return Changes.of(call("ContainerChanges", Map.of()));
  }

  /** Waits until it has ended, and gives its exit status. ContainerWait. */
  public int waitFor() {
    return new Waiting(docker(), this).exit(Map.of());
  }

  /** Waits until it has ended; option {@code timeout} (seconds or a duration). */
  public int waitFor(Map<String, ?> options) {
    return new Waiting(docker(), this).exit(options);
  }

  public Container waitFor(String state) {
    return waitFor(Map.of(), state);
  }

  /**
   * Waits until it is in a state: a status, {@code healthy}, {@code unhealthy} or {@code removed}.
   * Option: {@code timeout} (seconds or a duration; without one, for ever).
   *
   * @throws WaitException the time is over, or it can no longer get there
   */
  public Container waitFor(Map<String, ?> options, String state) {
    new Waiting(docker(), this).state(options, state);
    return this;
  }

  private Container act(String operation, Map<String, ? extends @Nullable Object> parameters) {
    call(operation, parameters);
    changed();
    return this;
  }

  /** One line, from what is known already: {@code container 3f2a… web (running)}. */
  @Override
  public String toString() {
    String known = isKnown() ? " " + getName() + " (" + getStatus() + ")" : " " + lastName();
    return ("container " + getShortId() + known).strip();
  }
}
