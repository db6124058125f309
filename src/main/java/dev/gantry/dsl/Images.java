package dev.gantry.dsl;

import static java.util.Map.entry;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.http.HttpResponse;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code docker.images}: lists, finds, builds, pulls, pushes, imports, loads and saves images. */
public final class Images extends Resources<Image> {
  private static final List<String> COLUMNS =
      List.of("REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE");

  Images(Docker docker) {
    super(docker, "images", COLUMNS);
  }

  /**
   * Lists images, with one request. {@code GET /images/json} (ImageList).
   *
   * <p>Options: {@code all} (intermediate ones too), {@code filters} ({@code dangling}, {@code
   * label}, {@code reference}, {@code before}, {@code since}), {@code digests}, {@code sharedSize}
   * (from API 1.42), {@code manifests} (from 1.47).
   */
  @Override
  public ResourceList<Image> list(Map<String, ?> options) {
    Object rows = docker.engine().call("ImageList", docker.options("images", options).query());
    return listing(rows);
  }

  @Override
  Image listed(Map<String, @Nullable Object> row) {
    return Image.listed(docker, row);
  }

  @Override
  Map<String, ?> cells(Image image, Instant now) {
    ImageName name = image.name();
    return Map.ofEntries(
        entry("REPOSITORY", name.repository()),
        entry("TAG", tags(image, name.repository())),
        entry("IMAGE ID", image.getShortId()),
        entry("CREATED", Humane.ageOf(image.getCreated(), now)),
        entry("SIZE", Humane.sizeOf(image.getSize())));
  }

  /** All its tags, so that the table hides no name; those of another repository with its name. */
  private static String tags(Image image, String repository) {
    String tags =
        image.getTags().stream()
            .map(tag -> ImageName.parse(tag).tagIn(repository))
            .collect(Collectors.joining(", "));
    return tags.isEmpty() ? "<none>" : tags;
  }

  /**
   * One image by reference, id or the beginning of an id. {@code GET /images/{name}/json}
   * (ImageInspect).
   *
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  @Override
  public Image get(CharSequence nameOrId) {
    return Image.found(docker, named(nameOrId));
  }

  /** Pulls an image; see {@link #pull(Map, Object...)}. */
  public Image pull(CharSequence reference) {
    return pull(Map.of(), reference);
  }

  /** Pulls an image; see {@link #pull(Map, Object...)}. */
  public Object pull(Object... reference) {
    return pull(Map.of(), reference);
  }

  /**
   * Pulls an image: the tag {@code latest} when none is named. {@code POST /images/create}
   * (ImageCreate).
   *
   * <p>Options: {@code platform}, {@code tag}, {@code allTags} (every tag of the repository),
   * {@code quiet}, {@code auth} (credentials for the registry: {@code [username: 'me', password:
   * '…']} or {@code [identitytoken: '…']}). A closure at the end is handed every object of the
   * progress.
   *
   * @return the {@link Image}; with {@code allTags} a list of the repository's images
   * @throws dev.gantry.engine.ProgressException it failed on the way
   * @throws dev.gantry.engine.NotFoundException the registry has no such image, or does not show it
   *     to everybody
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // by the options
  public <R> R pull(Map<String, ?> options, Object... reference) {
    return (R)
        new Pull(docker, options, Options.closureIn(Options.given(reference)))
            .run(only("pull", reference));
  }

  /** Pushes an image; see {@link #push(Map, Object...)}. */
  public Object push(Object... reference) {
    return push(Map.of(), reference);
  }

  /**
   * Pushes an image to the registry that its name begins with: the tag {@code latest} when none is
   * named. {@code POST /images/{name}/push} (ImagePush).
   *
   * <p>Options: {@code allTags} (every tag of the repository), {@code platform} (from API 1.46),
   * {@code quiet}, {@code auth} as for {@link #pull(Map, Object...)}. A closure at the end is
   * handed every object of the progress.
   *
   * @return {@code Tag}, {@code Digest} and {@code Size} (of the manifest, in bytes); with {@code
   *     allTags} a list of them
   * @throws dev.gantry.engine.ProgressException it failed on the way, or the registry let nobody in
   */
  public Object push(Map<String, ?> options, Object... reference) {
    return new Push(docker, options, Options.closureIn(Options.given(reference)))
        .run(only("push", reference));
  }

  /**
   * Builds an image of what the options say: {@code docker.images.build(dockerfile: 'FROM …')}. See
   * {@link #build(Map, Object...)}.
   */
  public Build build(Map<String, ?> options) {
    return build(options, new Object[0]);
  }

  /** Builds an image from the bytes of a tar; Groovy would take them for many contexts. */
  public Build build(byte[] tar) {
    return build(Map.of(), tar);
  }

  /** Builds an image from the bytes of a tar; see {@link #build(Map, Object...)}. */
  public Build build(Map<String, ?> options, byte[] tar) {
    return build(options, new Object[] {tar});
  }

  /** Builds an image; see {@link #build(Map, Object...)}. */
  public Build build(Object... context) {
    return build(Map.of(), context);
  }

  /**
   * Builds an image: {@code docker.images.build('.', tag: 'web:1', args: [VERSION: '2'])}. {@code
   * POST /build} (ImageBuild).
   *
   * <p>The context is a folder, which is sent while it is read, without what its {@code
   * .dockerignore} (or {@code Dockerfile.dockerignore}, beside the build file) leaves out; a tar,
   * plain or compressed, as a file, bytes or an open stream; a URL or a git repository, which the
   * daemon fetches; or none, with the option {@code dockerfile} for the text of the build file and
   * {@code files} for what it copies, by name.
   *
   * <p>Options: the long flags of {@code docker build} in camelCase ({@code tag} takes several,
   * {@code args} the build arguments, {@code file} a build file as seen from the working directory,
   * or its name in a tar); {@code buildkit} chooses the builder: true for BuildKit, false for the
   * classic one, left out whatever the engine prefers; {@code auth} as for {@link #pull(Map,
   * Object...)}, with {@code serveraddress}; {@code quiet}. A closure at the end is handed every
   * object of the progress, those of BuildKit ({@code id: 'moby.buildkit.trace'}) with {@code
   * vertexes}, {@code statuses}, {@code logs} and {@code warnings} in {@code aux}.
   *
   * <p>An interrupt closes the connection, and with it the daemon ends the step that runs: {@code
   * POST /build/cancel} is for builds by a session.
   *
   * @throws dev.gantry.engine.ProgressException a step failed; its output is in the message
   * @throws dev.gantry.archive.ArchiveException a file of the context cannot be read
   */
  public Build build(Map<String, ?> options, Object... context) {
    List<Object> arguments = Options.given(context);
    List<Object> sources = arguments.stream().filter(one -> !(one instanceof Closure)).toList();
    return new Building(docker, options, Options.closureIn(arguments)).run(sources);
  }

  public @Nullable Object distribution(String reference) {
    return distribution(Map.of(), reference);
  }

  /**
   * Asks the registry about an image without pulling it. {@code GET /distribution/{name}/json}
   * (DistributionInspect). Option: {@code auth} as for {@link #pull(Map, Object...)}.
   *
   * @return {@code Descriptor} (with {@code digest}) and {@code Platforms}
   */
  public @Nullable Object distribution(Map<String, ?> options, String reference) {
    VerbOptions given = docker.options("distribution", options);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("name", reference);
    new Credentials(docker, given.client()).addTo(parameters, ImageName.parse(reference));
    return docker.engine().call("DistributionInspect", parameters);
  }

  /** Asks the registry, with options that the closure assigns. */
  public @Nullable Object distribution(String reference, Closure<?> options) {
    return distribution(ClosureOptions.of(options), reference);
  }

  private static String only(String verb, Object... reference) {
    List<String> words = Options.words(Options.given(reference));
    if (words.size() != 1) {
      throw new UsageException(verb + " wants one image reference, got " + words.size());
    }
    return words.get(0);
  }

  /** Makes an image of a file system in a tar; see {@link #importImage(Map, Object)}. */
  public Image importImage(Object source) {
    return importImage(Map.of(), source);
  }

  /**
   * Makes an image of a file system in a tar (plain or compressed). {@code POST /images/create}
   * (ImageCreate).
   *
   * <p>Options: {@code repo} and {@code tag}, or both as {@code name: 'base:1'}; {@code message};
   * {@code changes} (lines of a Dockerfile, such as {@code ['CMD ["sh"]']}); {@code platform}.
   *
   * @param source a URL that the daemon fetches, or what {@link #load(Map, Object)} takes
   */
  public Image importImage(Map<String, ?> options, Object source) {
    return new Import(docker).run(options, source);
  }

  /** Makes an image, with options that the closure assigns. */
  public Image importImage(Object source, Closure<?> options) {
    return importImage(ClosureOptions.of(options), source);
  }

  public List<Image> load(Object source) {
    return load(Map.of(), source);
  }

  /**
   * Loads the images of a tar that {@code save} wrote. {@code POST /images/load} (ImageLoad).
   * Options: {@code quiet}, {@code platform} (from API 1.48).
   *
   * @param source a file (a text, a File or a Path), bytes, or an open stream; a closure, which is
   *     given a stream to write to; a Process or the words of a command, whose output is taken, and
   *     whose failure is an error
   * @return the images that the daemon names
   */
  public List<Image> load(Map<String, ?> options, Object source) {
    return new Load(docker).run(options, source);
  }

  /** Loads images, with options that the closure assigns. */
  public List<Image> load(Object source, Closure<?> options) {
    return load(ClosureOptions.of(options), source);
  }

  /**
   * Saves images with their tags into one tar. {@code GET /images/get} (ImageGetAll).
   *
   * @param images each by reference or id, or an image, which brings all its tags along
   * @param target a file (a text, a File or a Path), which appears only when it is whole; an open
   *     stream; a closure, which is given a stream to read; a Process or the words of a command,
   *     which is fed, and whose failure is an error
   */
  public void save(List<?> images, Object target) {
    docker.files().receive(saved(images), target);
  }

  /**
   * Copies images with their tags to another engine, from stream to stream: nothing is kept on this
   * machine. ImageGetAll here, ImageLoad there.
   *
   * @param images as for {@link #save(List, Object)}
   * @return the images there
   */
  public List<Image> copy(List<?> images, Docker other) {
    try (HttpResponse tar = saved(images)) {
      return other.getImages().load(tar.body());
    }
  }

  private HttpResponse saved(List<?> images) {
    List<String> names = images.stream().flatMap(Images::names).distinct().toList();
    if (names.isEmpty()) {
      throw new UsageException("no image is named");
    }
    return docker.engine().open("ImageGetAll", Map.of("names", names));
  }

  /** What brings all tags of an image along: its tags, or the id of one without any. */
  private static Stream<String> names(Object image) {
    if (image instanceof Image one) {
      return one.getTags().isEmpty() ? Stream.of(one.getId()) : one.getTags().stream();
    }
    return Stream.of(image.toString());
  }

  public @Nullable Object search(String term) {
    return search(Map.of(), term);
  }

  /**
   * Searches Docker Hub, by the daemon. {@code GET /images/search} (ImageSearch). Options: {@code
   * limit}, {@code filters} ({@code is-official}, {@code stars}).
   */
  public @Nullable Object search(Map<String, ?> options, String term) {
    Map<String, @Nullable Object> query =
        new LinkedHashMap<>(docker.options("search", options).query());
    query.put("term", term);
    new Credentials(docker, Map.of()).addTo(query, new ImageName(term, "", ""));
    return docker.engine().call("ImageSearch", query);
  }

  /** Searches, with options that the closure assigns. */
  public @Nullable Object search(String term, Closure<?> options) {
    return search(ClosureOptions.of(options), term);
  }

  public @Nullable Object prune() {
    return prune(Map.of());
  }

  /**
   * Removes images without a name, or with {@code filters: [dangling: false]} all that no container
   * uses. {@code POST /images/prune} (ImagePrune). Options: {@code filters} ({@code dangling},
   * {@code until}, {@code label}); {@code yes}, without which it asks at a terminal.
   *
   * @return {@code ImagesDeleted} and {@code SpaceReclaimed} (bytes)
   */
  public @Nullable Object prune(Map<String, ?> options) {
    VerbOptions given = docker.options("image prune", options);
    Consent.ifAsked(docker, given, "images.prune", "It removes images that no container uses.");
    return Pruned.of(docker.engine().call("ImagePrune", given.query()));
  }

  /** Prunes images, with options that the closure assigns. */
  public @Nullable Object prune(Closure<?> options) {
    return prune(ClosureOptions.of(options));
  }
}
