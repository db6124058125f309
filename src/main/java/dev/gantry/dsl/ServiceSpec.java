package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.dsl.options.ServiceOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the specification of a service needs of the engine, beside what options say. */
final class ServiceSpec {
  private final Docker docker;
  private final ServiceOptions options;
  private final Credentials credentials;

  ServiceSpec(Docker docker, ServiceOptions options) {
    this.docker = docker;
    this.options = options;
    this.credentials = new Credentials(docker, options.client());
  }

  /**
   * The reference of an image as all nodes shall read it: with a tag, and with the digest that the
   * registry has for it now. Where that cannot be found out, a notice says so. DistributionInspect.
   */
  String image(String reference) {
    ImageName name = ImageName.parse(reference);
    if (!name.digest().isEmpty()) {
      return reference;
    }
    String tagged = name.repository() + ":" + name.tagOrLatest();
    if (Boolean.TRUE.equals(options.client().get("noResolveImage"))) {
      return tagged;
    }
    try {
      Map<String, @Nullable Object> asked = new LinkedHashMap<>(Map.of("name", tagged));
      credentials.addTo(asked, name);
      Object found = docker.engine().call("DistributionInspect", asked);
      String digest = Rows.text(Rows.in(Rows.in(found, "Descriptor"), "digest"));
      return digest.isEmpty() ? tagged : tagged + "@" + digest;
    } catch (GantryException e) {
      docker
          .notices()
          .say(
              "no registry told the digest of '%s': nodes may run different versions of it"
                  .formatted(tagged));
      return tagged;
    }
  }

  /**
   * What nodes are let into the registry with, where that was asked for: it stays with the service,
   * in the swarm.
   */
  Map<String, Object> authorization(Supplier<String> image) {
    boolean wanted =
        credentials.areGiven() || Boolean.TRUE.equals(options.client().get("withRegistryAuth"));
    return wanted
        ? Map.of(Credentials.HEADER, credentials.requiredHeader(ImageName.parse(image.get())))
        : Map.of();
  }

  /** Puts in the image, if there is another, and the ids of secrets and configs. */
  void finish(Map<String, @Nullable Object> spec, @Nullable String image) {
    Map<String, @Nullable Object> task = new LinkedHashMap<>(Rows.map(spec.get("TaskTemplate")));
    Map<String, @Nullable Object> container =
        new LinkedHashMap<>(Rows.map(task.get("ContainerSpec")));
    if (image != null) {
      container.put("Image", image);
    }
    identify(container, "Secret", docker.getSecrets());
    identify(container, "Config", docker.getConfigs());
    task.put("ContainerSpec", container);
    spec.put("TaskTemplate", task);
  }

  private static void identify(
      Map<String, @Nullable Object> container, String what, SwarmStore<?> store) {
    List<Map<String, @Nullable Object>> references = Rows.of(container.get(what + "s")).toList();
    if (references.stream().allMatch(it -> it.containsKey(what + "ID"))) {
      return;
    }
    List<String> names =
        references.stream().map(it -> Rows.text(it.get(what + "Name"))).distinct().toList();
    Map<String, String> ids =
        store.list(Map.of("filters", Map.of("name", names))).stream()
            .collect(Collectors.toMap(SwarmData::getName, SwarmData::getId));
    List<Object> identified = new ArrayList<>();
    for (Map<String, @Nullable Object> reference : references) {
      String name = Rows.text(reference.get(what + "Name"));
      if (!ids.containsKey(name)) {
        throw new UsageException(
            "there is no %1$s '%2$s'; docker.%1$ss.create('%2$s', …) makes it"
                .formatted(what.toLowerCase(Locale.ROOT), name));
      }
      Map<String, @Nullable Object> whole = new LinkedHashMap<>(reference);
      whole.put(what + "ID", ids.get(name));
      identified.add(whole);
    }
    container.put(what + "s", identified);
  }

  /** Hands on the warnings in an answer, and waits if that is asked for. */
  Service sent(Service service, @Nullable Object answer) {
    Rows.texts(Rows.in(answer, "Warnings")).forEach(docker.notices()::say);
    return Boolean.FALSE.equals(options.client().get("detach"))
        ? service.waitFor("converged")
        : service;
  }
}
