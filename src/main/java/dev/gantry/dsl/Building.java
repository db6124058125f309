package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ProgressException;
import groovy.lang.Closure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds an image. */
final class Building {
  /** What the daemon fetches itself (moby v28.5.2, daemon/builder/remotecontext/urlutil). */
  private static final Pattern REMOTE =
      Pattern.compile("(https?://|git://|ssh://|git@|github\\.com/).*");

  private final Docker docker;
  private final VerbOptions given;
  private final Map<String, @Nullable Object> parameters;
  private final Progress progress;

  Building(Docker docker, Map<String, ?> options, @Nullable Closure<?> each) {
    this.docker = docker;
    this.given = docker.options("build", options);
    this.parameters = new LinkedHashMap<>(given.query());
    this.progress = new Progress(docker, given, each);
  }

  Build run(List<?> sources) {
    if (sources.size() > 1) {
      throw new UsageException("build wants one context, got " + sources.size());
    }
    chooseBuilder();
    authorize();
    Build build = from(sources.isEmpty() ? null : sources.get(0));
    Object idFile = given.client().get("iidfile");
    if (idFile != null) {
      docker.files().write(build.getId(), idFile);
    }
    return build;
  }

  /** Version 2 is BuildKit; left out, it is the classic builder. */
  private void chooseBuilder() {
    Object wanted = given.client().get("buildkit");
    boolean buildkit =
        wanted == null
            ? docker.engine().ping().builderVersion().equals("2")
            : Boolean.TRUE.equals(wanted);
    if (buildkit) {
      parameters.put("version", "2");
    }
  }

  /** BuildKit reads no credentials from a call (moby v28.5.2, daemon/builder/builder-next). */
  private void authorize() {
    if (!parameters.containsKey("version")) {
      new Credentials(docker, given.client()).addAllTo(parameters);
    }
  }

  private Build from(@Nullable Object source) {
    Object text = given.client().get("dockerfile");
    if (source == null) {
      progress.sending("build context", -1);
      return send(files(text));
    }
    if (source instanceof CharSequence url && REMOTE.matcher(url).matches()) {
      parameters.put("remote", url.toString());
      return sendArchive(null);
    }
    progress.sending("build context", docker.files().size(source));
    if (!LocalFiles.isNamed(source)) {
      return docker.files().sending(source, this::sendArchive);
    }
    Path path = docker.files().named(source);
    if (Files.isRegularFile(path)) {
      return docker.files().sending(path, this::sendArchive);
    }
    refuse("files", "they go with a text as 'dockerfile' and without a folder");
    return send(
        text == null
            ? BuildContext.of(path, file().map(docker.files()::named))
            : BuildContext.of(path, text.toString()));
  }

  private BuildContext files(@Nullable Object dockerfile) {
    if (dockerfile == null) {
      throw new UsageException(
          "build wants a context: a folder, a tar, a URL, or the text of a Dockerfile as in"
              + " build(dockerfile: 'FROM busybox')");
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Dockerfile", dockerfile.toString().getBytes(StandardCharsets.UTF_8));
    if (given.client().get("files") instanceof Map<?, ?> more) {
      more.forEach((name, content) -> files.put(String.valueOf(name), bytes(name, content)));
    }
    return BuildContext.of(files, "Dockerfile");
  }

  private static byte[] bytes(Object name, @Nullable Object content) {
    if (content instanceof byte[] bytes) {
      return bytes;
    }
    if (content instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    throw new UsageException(
        "option 'files' of build: the content of '" + name + "' is a text or bytes");
  }

  private Optional<Object> file() {
    return Optional.ofNullable(given.client().get("file"));
  }

  private void refuse(String option, String why) {
    if (given.client().containsKey(option)) {
      throw new UsageException("option '" + option + "' of build: " + why);
    }
  }

  private Build send(BuildContext context) {
    parameters.put("dockerfile", context.dockerfile());
    parameters.put("body", context.body(given.is("compress")));
    return follow();
  }

  /** What the engine unpacks or fetches itself; the build file is named as it is in there. */
  private Build sendArchive(@Nullable Object archive) {
    refuse("dockerfile", "it goes with a folder, or alone; in an archive the build file is a file");
    refuse("files", "they go with a text as 'dockerfile' and without an archive");
    file().ifPresent(name -> parameters.put("dockerfile", name));
    parameters.put("body", archive);
    return follow();
  }

  /** Of an image that the engine has, BuildKit asks no registry. */
  private static String adviceAfter(ProgressException e) {
    return String.valueOf(e.getMessage()).contains("no active sessions")
        ? "BuildKit asks its client for credentials, by a session that Gantry does not open: pull"
            + " the image first, as in docker.images.pull('…'), or build with buildkit: false"
        : "";
  }

  private Build follow() {
    BuildLog log = new BuildLog();
    try {
      progress.follow("ImageBuild", parameters, log::add);
    } catch (ProgressException e) {
      throw e.after(log.beforeFailure()).after(adviceAfter(e));
    }
    String id =
        log.id()
            .orElseThrow(() -> new UsageException("the engine did not say which image it built"));
    return new Build(docker, id, log.text());
  }
}
