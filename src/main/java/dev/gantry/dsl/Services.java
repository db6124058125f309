package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.ServiceOptions;
import dev.gantry.engine.ApiVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code docker.services}: lists, finds and creates the services of the swarm. */
public final class Services extends SwarmResources<Service> {
  private static final List<String> COLUMNS =
      List.of("ID", "NAME", "MODE", "REPLICAS", "IMAGE", "PORTS");
  private static final ApiVersion COUNTS = ApiVersion.parse("1.41");

  Services(Docker docker) {
    super(docker, Service.KIND, COLUMNS, Service::new);
  }

  /**
   * Lists services, with one request. {@code GET /services} (ServiceList). Option: {@code filters}
   * ({@code id label mode name}). How many tasks run is known from API 1.41 on.
   */
  @Override
  public ResourceList<Service> list(Map<String, ?> options) {
    Map<String, @Nullable Object> query =
        new LinkedHashMap<>(docker.options("services", options).query());
    if (!docker.engine().version().isBefore(COUNTS)) {
      query.put("status", true);
    }
    return listing(docker.ask("ServiceList", query));
  }

  @Override
  Map<String, ?> cells(Service service, Instant now) {
    ServiceCount count = ServiceCount.of(service.row());
    return Map.of(
        "ID", service.getShortId(),
        "NAME", service.getName(),
        "MODE", service.getMode(),
        "REPLICAS", count == null ? "" : count.shown(service),
        "IMAGE", service.getImage(),
        "PORTS", SwarmPorts.ofService(service.getPorts()));
  }

  /** Creates a service; see {@link #create(Map, Object...)}. */
  public Service create(Object... imageAndCommand) {
    return create(Map.of(), imageAndCommand);
  }

  /**
   * Creates a service: {@code docker.services.create('nginx', name: 'web', replicas: 2)}. {@code
   * POST /services/create} (ServiceCreate).
   *
   * <p>Options are the long flags of {@code docker service create} in camelCase, as named arguments
   * or assigned in a closure at the end; {@code body:} is merged over the specification for
   * whatever is left. Secrets and configs are given by name. Returns as soon as the swarm has taken
   * it; with {@code detach: false} when it has converged (see {@link Service#waitFor(Map,
   * String)}). The registry is asked what the image's tag stands for, so that all nodes run the
   * same; not with {@code noResolveImage: true}. With {@code withRegistryAuth: true} the swarm is
   * given the credentials for the registry, so that nodes can pull: those that the Docker CLI's
   * configuration has, or {@code auth: [username: 'me', password: '…']}.
   *
   * @throws dev.gantry.engine.ConflictException the name is taken
   */
  public Service create(Map<String, ?> options, Object... imageAndCommand) {
    List<Object> given = Options.given(imageAndCommand);
    Map<String, @Nullable Object> all = Options.merged(options, Options.closureIn(given));
    List<String> words = Options.words(given);
    if (words.isEmpty()) {
      throw new UsageException(
          "a service wants an image, such as docker.services.create('nginx', name: 'web')");
    }
    ServiceOptions asked = ServiceOptions.parse("service create", all, docker.surroundings());
    ServiceSpec spec = new ServiceSpec(docker, asked);
    Map<String, @Nullable Object> body =
        asked.create(spec.image(words.get(0)), words.subList(1, words.size()));
    spec.finish(body, null);
    Map<String, @Nullable Object> parameters =
        new LinkedHashMap<>(spec.authorization(() -> words.get(0)));
    parameters.put("body", body);
    Object made = docker.ask("ServiceCreate", parameters);
    return spec.sent(get(Rows.text(Rows.in(made, "ID"))), made);
  }
}
