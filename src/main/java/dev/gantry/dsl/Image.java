package dev.gantry.dsl;

import dev.gantry.UsageException;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One image.
 *
 * <p>Errors of every verb: {@link dev.gantry.engine.NotFoundException} when it is gone. Sources:
 * Engine API 1.51, {@code /images/{name}/…}.
 */
public final class Image extends Resource {
  private static final Kind KIND =
      new Kind(
          "ImageInspect",
          "name",
          "ImageInspect",
          Set.of(
              "Id",
              "ParentId",
              "RepoTags",
              "RepoDigests",
              "Size",
              "SharedSize",
              "Labels",
              "Containers"));

  private Image(Docker docker, String handle) {
    super(docker, KIND, handle);
  }

  static Image listed(Docker docker, Map<String, @Nullable Object> row) {
    Image image = new Image(docker, Rows.text(row.get("Id")));
    image.listedAs(row);
    return image;
  }

  /** Asks for it at once, so that a name that does not exist fails here. */
  static Image found(Docker docker, String nameOrId) {
    Map<String, @Nullable Object> full = KIND.inspect(docker, nameOrId);
    Image image = new Image(docker, Rows.text(full.get("Id")));
    image.inspectedAs(full);
    return image;
  }

  /** Its tags, such as {@code busybox:latest}; empty for a dangling image. */
  public List<String> getTags() {
    return tagsIn(row());
  }

  private static List<String> tagsIn(Map<String, @Nullable Object> attrs) {
    return named(attrs.get("RepoTags"));
  }

  /** What registries know it by, such as {@code busybox@sha256:…}. */
  public List<String> getDigests() {
    return named(row().get("RepoDigests"));
  }

  /** Old engines say {@code <none>:<none>} of what has no name. */
  private static List<String> named(@Nullable Object names) {
    return Rows.list(Rows.texts(names).stream().filter(name -> !name.startsWith("<none>")));
  }

  /** Its first tag; the repository and {@code <none>} where it has no tag. */
  ImageName name() {
    List<String> tags = getTags();
    if (!tags.isEmpty()) {
      return ImageName.parse(tags.get(0));
    }
    String repository =
        getDigests().stream()
            .findFirst()
            .map(digest -> ImageName.parse(digest).repository())
            .orElse("<none>");
    return new ImageName(repository, "", "");
  }

  /** In bytes. */
  public long getSize() {
    return value("Size") instanceof Number size ? size.longValue() : 0;
  }

  public @Nullable Instant getCreated() {
    return Instants.of(row().get("Created"));
  }

  public Map<String, Object> getLabels() {
    return Rows.map(isListed() ? row().get("Labels") : Rows.in(document().get("Config"), "Labels"));
  }

  /**
   * The layers it is made of, newest first: {@code Id Created CreatedBy Size Tags Comment}.
   * ImageHistory.
   */
  public List<?> history() {
    return call("ImageHistory", Map.of()) instanceof List<?> layers ? layers : List.of();
  }

  /**
   * Gives it a further name: {@code image.tag('mine:2')}; the tag is {@code latest} when none is
   * named. ImageTag.
   */
  public Image tag(String reference) {
    ImageName name = ImageName.parse(reference);
    call("ImageTag", Map.of("repo", name.repository(), "tag", name.tagOrLatest()));
    changed();
    return this;
  }

  public @Nullable Object remove() {
    return remove(Map.of());
  }

  /**
   * Removes it with all its names. Options: {@code force} (even if it has several names, or a
   * stopped container uses it), {@code noPrune} (keep its parents). ImageDelete.
   *
   * @return a list of {@code Untagged} and {@code Deleted}
   * @throws dev.gantry.engine.ConflictException a container uses it, or it has several names
   */
  public @Nullable Object remove(Map<String, ?> options) {
    Object removed = call("ImageDelete", docker().options("rmi", options).query());
    changed();
    return removed;
  }

  /** Removes it, with options that the closure assigns. */
  public @Nullable Object remove(Closure<?> options) {
    return remove(ClosureOptions.of(options));
  }

  /** Pushes it by its only tag; see {@link #push(Map, Object...)}. */
  public Object push(Object... reference) {
    return push(Map.of(), reference);
  }

  /**
   * Pushes it by one of its tags, which need not be named where it has but one; options and answer
   * as for {@link Images#push(Map, Object...)}. ImagePush.
   */
  public Object push(Map<String, ?> options, Object... reference) {
    List<Object> given = new ArrayList<>(Options.given(reference));
    if (Options.words(given).isEmpty()) {
      if (getTags().size() != 1) {
        throw new UsageException(
            label() + " has the tags " + getTags() + ": say which to push, as image.push('name')");
      }
      given.add(0, getTags().get(0));
    }
    return docker().getImages().push(options, given.toArray());
  }

  /**
   * The variants and attestations that it is made of; empty where the engine keeps no such lists.
   * {@code GET /images/{name}/json?manifests=1} (ImageInspect), from API 1.48.
   */
  public List<?> getManifests() {
    return Rows.in(call("ImageInspect", Map.of("manifests", true)), "Manifests")
            instanceof List<?> manifests
        ? manifests
        : List.of();
  }

  public @Nullable Object attestations() {
    return attestations(Map.of());
  }

  /**
   * What was attested of it. {@code GET /images/{name}/attestations} (ImageAttestations), from API
   * 1.55. Options: {@code platform}, {@code type} (of predicates), {@code statement} (whole ones).
   */
  public @Nullable Object attestations(Map<String, ?> options) {
    return call("ImageAttestations", docker().options("attestations", options).query());
  }

  /** Takes one name off it; with the last name it is removed itself. ImageDelete. */
  public @Nullable Object untag(String reference) {
    Object removed = docker().engine().call("ImageDelete", Map.of("name", reference));
    changed();
    return removed;
  }

  /** Writes it with its layers and all its tags to a tar; see {@link Images#save(List, Object)}. */
  public void save(Object target) {
    docker().getImages().save(List.of(this), target);
  }

  /**
   * Copies it with all its tags to another engine; see {@link Images#copy(List, Docker)}.
   *
   * @return the image there
   */
  public Image copyTo(Docker other) {
    return docker().getImages().copy(List.of(this), other).get(0);
  }

  @Override
  String label() {
    return "image " + tagsIn(seen()).stream().findFirst().orElseGet(this::getShortId);
  }

  /** One line, from what is known already. */
  @Override
  public String toString() {
    String tags = isKnown() ? String.join(", ", getTags()) : "";
    return "image " + getShortId() + (tags.isEmpty() ? "" : " " + tags);
  }
}
