package dev.gantry.dsl;

import dev.gantry.auth.Keyring;
import dev.gantry.dsl.options.Surroundings;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.ServerException;
import dev.gantry.http.UpgradedConnection;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The object {@code docker}: one engine, its containers, images, networks and volumes, its swarm,
 * and every call of its API.
 *
 * <p>Making it sends nothing; the first call agrees upon the API version. Errors of every method:
 * {@link dev.gantry.UsageException} for an option that is unknown or wrong (nothing is sent then),
 * {@link dev.gantry.engine.EngineException} by the daemon's status, {@link
 * dev.gantry.transport.ConnectionException} when the engine is not reached.
 */
public final class Docker extends DockerPaths {
  private final EngineClient engine;
  private final Caller caller;

  public Docker(EngineClient engine, Caller caller) {
    super(engine);
    this.engine = engine;
    this.caller = caller;
  }

  /** The engine's address. */
  public String getHost() {
    return engine.where();
  }

  /** Which context this engine is, where it listens, and what decided for it. Asks no engine. */
  public EngineContext getContext() {
    return caller.engines().context();
  }

  /**
   * Every context of the Docker CLI, shown as the table of {@code docker context ls}. Asks no
   * engine.
   *
   * @return for each {@code name}, {@code description}, {@code host}, {@code current} (whether it
   *     is that of this engine) and {@code error}
   */
  public List<Map<String, Object>> getContexts() {
    return ContextTable.of(caller.engines());
  }

  /** Another engine; see {@link #on(Map, CharSequence)}. */
  public Docker on(CharSequence nameOrUrl) {
    return on(Map.of(), nameOrUrl);
  }

  /**
   * Another engine, by a context's name or an address: {@code docker.on('staging').ps()}. Nothing
   * is sent yet; the same words give the same object. Options for an address: {@code tlsCaCert},
   * {@code tlsCert}, {@code tlsKey} (files in PEM), {@code tls} and {@code tlsVerify} (as the
   * Docker CLI's flags; naming a file means {@code tlsVerify}), {@code insecure} (plain TCP to
   * another machine); for any engine {@code apiVersion}.
   *
   * @throws dev.gantry.UsageException there is no such context, or it must not be reached like that
   */
  public Docker on(Map<String, ?> options, CharSequence nameOrUrl) {
    VerbOptions read =
        VerbOptions.parse("on", Options.named(options), caller.surroundings(ApiVersion.NEWEST));
    return caller.engines().on(nameOrUrl.toString(), read.client());
  }

  /** Another engine, with options that the closure assigns. */
  public Docker on(CharSequence nameOrUrl, Closure<?> options) {
    return on(ClosureOptions.of(options), nameOrUrl);
  }

  /** Shows what it takes to reach this machine's daemon safely; see the other form. */
  public String secureRemote(Object... names) {
    return secureRemote(Map.of(), names);
  }

  /**
   * Makes the daemon of this machine reachable by the network for whoever has a certificate, or
   * shows what it takes, as {@code gantry --secure-remote} does. Nothing is sent to an engine, and
   * no daemon is restarted. Options: {@code apply} (does it; only root may), {@code undo}, {@code
   * renew}, {@code context}, {@code listen}, {@code port} (2376 unless given), {@code root}.
   *
   * @param names by which clients call this machine: names and IP addresses
   * @return the plan with its differences, and what is left to do
   * @throws dev.gantry.UsageException it is not possible, or nothing may be changed here
   */
  public String secureRemote(Map<String, ?> options, Object... names) {
    return Securing.run(this, caller, options, names);
  }

  /**
   * Asks for a sign of life: API version, builder, operating system. {@code GET /_ping}
   * (SystemPing).
   */
  public Map<String, Object> ping() {
    return engine.ping().toMap();
  }

  /** The engine's version and those of its components. {@code GET /version} (SystemVersion). */
  public Map<String, Object> getVersion() {
    return Rows.map(engine.call("SystemVersion", Map.of()));
  }

  /** What the engine says of itself and its host. {@code GET /info} (SystemInfo). */
  public Map<String, Object> getInfo() {
    return Rows.map(engine.call("SystemInfo", Map.of()));
  }

  /**
   * The disk space that images, containers, volumes and the build cache take, as a table and as the
   * daemon's JSON. {@code GET /system/df}; see {@link EngineSystem#df(Map)}.
   */
  public @Nullable Object getDf() {
    return getSystem().df();
  }

  /** The running containers; see {@link Containers#list(Map)}. */
  public ResourceList<Container> ps() {
    return getContainers().list();
  }

  /** The containers, by the same options as {@link Containers#list(Map)}. */
  public ResourceList<Container> ps(Map<String, ?> options) {
    return getContainers().list(options);
  }

  /** The containers, by options that the closure assigns: {@code docker.ps { all = true }}. */
  public ResourceList<Container> ps(Closure<?> options) {
    return getContainers().list(options);
  }

  public Result run(CharSequence image, CharSequence... command) {
    return getContainers().run(image, command);
  }

  /** Runs a command in a new container; see {@link Containers#run(Map, Object...)}. */
  public Object run(Object... imageAndCommand) {
    return getContainers().run(Map.of(), imageAndCommand);
  }

  /** Runs a command in a new container; see {@link Containers#run(Map, Object...)}. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // by the options
  public <R> R run(Map<String, ?> options, Object... imageAndCommand) {
    return getContainers().run(options, imageAndCommand);
  }

  public Containers getContainers() {
    return new Containers(this);
  }

  public Images getImages() {
    return new Images(this);
  }

  public Networks getNetworks() {
    return new Networks(this);
  }

  public Volumes getVolumes() {
    return new Volumes(this);
  }

  /** The swarm that the engine is in, or may start or join. */
  public Swarm getSwarm() {
    return new Swarm(this);
  }

  public Nodes getNodes() {
    return new Nodes(this);
  }

  public Services getServices() {
    return new Services(this);
  }

  public Tasks getTasks() {
    return new Tasks(this);
  }

  public Secrets getSecrets() {
    return new Secrets(this);
  }

  public Configs getConfigs() {
    return new Configs(this);
  }

  public BuildCache getBuildCache() {
    return new BuildCache(this);
  }

  /** Checks credentials for a registry; see {@link EngineSystem#auth(Map)}. */
  public @Nullable Object auth(Map<String, ?> credentials) {
    return getSystem().auth(credentials);
  }

  /** Checks credentials that the closure assigns; see {@link EngineSystem#auth(Map)}. */
  public @Nullable Object auth(Closure<?> credentials) {
    return getSystem().auth(credentials);
  }

  /** Logs in to Docker Hub; see {@link #login(Map, String)}. */
  public Map<String, Object> login() {
    return login(Map.of(), "");
  }

  /** Logs in to Docker Hub; see {@link #login(Map, String)}. */
  public Map<String, Object> login(Map<String, ?> options) {
    return login(options, "");
  }

  /** Logs in to a registry; see {@link #login(Map, String)}. */
  public Map<String, Object> login(String registry) {
    return login(Map.of(), registry);
  }

  /**
   * Logs in to a registry: the engine checks the credentials, and they are kept where the Docker
   * CLI keeps them. {@code POST /auth} (SystemAuth). Options: {@code username}, {@code password},
   * {@code passwordStdin} (it is all of standard input).
   *
   * <p>Without either, those that are kept are tried. What is missing is asked for at the terminal.
   * They are kept by the credential helper that the Docker CLI's configuration names, else in its
   * file, with a warning. A registry that gives an identity token is known by that afterwards, and
   * the password is not kept.
   *
   * @param registry host and port, such as {@code registry.example.com:5000}
   * @return {@code Status Registry Username}, and {@code StoredIn} (the file, or the helper) where
   *     something was kept
   * @throws dev.gantry.UsageException something is missing, and there is no terminal to ask at
   * @throws dev.gantry.engine.UnauthorizedException the registry does not know them (before API
   *     1.42 a {@link ServerException}); what was kept before stays
   * @throws dev.gantry.auth.CredentialsException they could not be kept
   */
  public Map<String, Object> login(Map<String, ?> options, String registry) {
    return new RegistryLogin(this, options, registry).run();
  }

  /** Logs in to a registry, with options that the closure assigns. */
  public Map<String, Object> login(String registry, Closure<?> options) {
    return login(ClosureOptions.of(options), registry);
  }

  /** Logs out of Docker Hub; see {@link #logout(String)}. */
  public Map<String, Object> logout() {
    return logout("");
  }

  /**
   * Forgets the credentials for a registry, in the credential helper and in the file of the Docker
   * CLI. Nothing is sent. It is no error when there were none.
   *
   * @return {@code Status Registry}
   * @throws dev.gantry.auth.CredentialsException they could not be taken out
   */
  public Map<String, Object> logout(String registry) {
    return RegistryLogout.run(this, registry);
  }

  public Plugins getPlugins() {
    return new Plugins(this);
  }

  public EngineSystem getSystem() {
    return new EngineSystem(this);
  }

  /** What happens on the engine from now on; see {@link EngineSystem#events(Map)}. */
  public Events events() {
    return events(Map.of());
  }

  /** What happens on the engine; see {@link EngineSystem#events(Map)}. */
  public Events events(Map<String, ?> options) {
    return getSystem().events(options);
  }

  public void events(Closure<?> each) {
    events(Map.of(), each);
  }

  /** Hands each event to a closure; see {@link EngineSystem#events(Map, Closure)}. */
  public void events(Map<String, ?> options, Closure<?> each) {
    getSystem().events(options, each);
  }

  /** Opens a session of the builder; see {@link #session(Map)}. */
  public UpgradedConnection session() {
    return session(Map.of());
  }

  /**
   * Opens a session of the builder: a connection on which the builder makes calls of gRPC to its
   * client. The script answers them, and closes the connection. Session. Options: {@code id} (by
   * which a build names the session; a new one unless given), {@code name}, {@code sharedKey},
   * {@code methods} (of gRPC, that it offers).
   *
   * @throws dev.gantry.engine.BadRequestException a session of that id is open
   */
  public UpgradedConnection session(Map<String, ?> options) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>(Options.named(options));
    given.putIfAbsent("id", UUID.randomUUID().toString());
    return engine.takeOver("Session", options("session", given).query());
  }

  /** Opens a session of the builder, with options that the closure assigns. */
  public UpgradedConnection session(Closure<?> options) {
    return session(ClosureOptions.of(options));
  }

  /** One reading of the resources of all running containers; see {@link #stats(Map, Object...)}. */
  public List<Map<String, Object>> stats() {
    return stats(Map.of());
  }

  /** One reading of the resources of running containers; see {@link #stats(Map, Object...)}. */
  public List<Map<String, Object>> stats(Map<String, ?> options) {
    boolean all = options("stats", options).is("all");
    return StatsTable.of(this, getContainers().list(Map.of("all", all)));
  }

  /** One reading of the resources of some containers; see {@link #stats(Map, Object...)}. */
  public List<Map<String, Object>> stats(Object... containers) {
    return stats(Map.of(), containers);
  }

  /**
   * One reading of the resources of containers, shown as the table of {@code docker stats}: {@code
   * docker.stats('web', 'db')}. Option: {@code all} (stopped ones too, where none is named).
   *
   * @param containers names, ids or containers; none for all that run
   * @return for each what {@link Container#stats()} gives
   * @throws dev.gantry.engine.NotFoundException one of them is not there
   */
  public List<Map<String, Object>> stats(Map<String, ?> options, Object... containers) {
    List<Object> given = Options.given(containers);
    if (given.isEmpty()) {
      return stats(options);
    }
    options("stats", options);
    return StatsTable.of(this, getContainers().each(given));
  }

  /** Reads resources, with options that the closure assigns. */
  public List<Map<String, Object>> stats(Closure<?> options) {
    return stats(ClosureOptions.of(options));
  }

  /** Every operation of the API by its id: {@code docker.api.ContainerTop(id: 'web')}. */
  public Api getApi() {
    return new Api(engine.checkingBodies());
  }

  /**
   * The same with options: {@code docker.api(strict: false).ContainerCreate(…)} sends what the
   * catalogue does not know as well.
   */
  public Api api(Map<String, ?> options) {
    Object strict = options("api", options).client().get("strict");
    return new Api(Boolean.FALSE.equals(strict) ? engine.unchecked() : engine.checkingBodies());
  }

  /**
   * Runs a closure during which nothing can change: {@code docker.readOnly { … }}. Every call to
   * this engine that would is refused before it is sent, from whatever thread it comes.
   *
   * @return the closure's value
   * @throws dev.gantry.engine.ReadOnlyException the closure tried to change something
   */
  public @Nullable Object readOnly(Closure<?> work) {
    return engine.readOnly(() -> (@Nullable Object) work.call());
  }

  /** Whether calls that change something are refused, by {@code --read-only} or at the moment. */
  public boolean isReadOnly() {
    return engine.isReadOnly();
  }

  /** Calls an operation and reads its answer; what a swarm refuses is explained. */
  @Nullable Object ask(String operation, Map<String, ? extends @Nullable Object> parameters) {
    try {
      return engine.call(operation, parameters);
    } catch (ServerException e) {
      throw SwarmState.explained(this, e);
    }
  }

  EngineClient engine() {
    return engine;
  }

  Notices notices() {
    return caller.notices();
  }

  Prompt prompt() {
    return caller.prompt();
  }

  Tty tty() {
    return caller.streams().tty();
  }

  /** The keys that leave a program which has the terminal: the option's, or the configured. */
  DetachKeys detachKeys(@Nullable Object option) {
    return DetachKeys.of(option, caller.environment());
  }

  /** Who we are at registries, as the configuration has it now. */
  Keyring keyring() {
    return Keyring.in(caller.environment(), notices()::sayOnce);
  }

  LocalFiles files() {
    return new LocalFiles(caller.workingDirectory(), caller.streams());
  }

  /** What the meaning of options depends on. */
  Surroundings surroundings() {
    return caller.surroundings(engine.version());
  }

  /** The options of a verb, checked and read. */
  VerbOptions options(String verb, Map<String, ?> given) {
    return VerbOptions.parse(verb, Options.named(given), surroundings());
  }

  @Override
  public String toString() {
    return "docker at " + engine.where();
  }
}
