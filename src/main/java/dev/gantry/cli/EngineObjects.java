package dev.gantry.cli;

import dev.gantry.cli.reach.CustomHeaders;
import dev.gantry.cli.reach.Destination;
import dev.gantry.cli.reach.EngineAddress;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.secure.SecureRemote;
import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Prompt;
import dev.gantry.dsl.StandardStreams;
import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.rehearsal.RehearsalExchange;
import dev.gantry.engine.trace.CurlCommand;
import dev.gantry.engine.trace.TraceExchange;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.script.Cancellation;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.SshSettings;
import dev.gantry.transport.Transport;
import dev.gantry.transport.pem.KeyOwner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the object {@code docker} from the command line and the environment, and those for other
 * engines. Nothing is sent yet.
 */
final class EngineObjects {
  private final Map<String, String> env;
  private final Safety safety;
  private final Listeners listeners;
  private final Cancellation cancellation;
  private final EngineAddress address;
  private final Map<Reach, Docker> others = new ConcurrentHashMap<>();

  /**
   * Who hears what is going on, in lines for a person.
   *
   * @param trace takes the requests as text; null when nobody wants to read them
   * @param rehearsal takes the requests that would be sent; null when they are sent
   * @param details hears what is done to reach the engine
   */
  record Listeners(
      @Nullable Consumer<String> trace,
      @Nullable Consumer<String> rehearsal,
      Consumer<String> details) {
    static final Listeners NONE = new Listeners(null, null, line -> {});
  }

  EngineObjects(
      Map<String, String> env, Safety safety, Listeners listeners, Cancellation cancellation) {
    this.env = env;
    this.safety = safety;
    this.listeners = listeners;
    this.cancellation = cancellation;
    this.address = EngineAddress.in(env);
  }

  /** The engine that the command line and the environment mean. */
  Docker first(Reach reach, Notices notices, Prompt prompt, StandardStreams streams) {
    address.warning().ifPresent(notices::sayOnce);
    return docker(reach, notices, prompt, streams);
  }

  private Docker docker(Reach reach, Notices notices, Prompt prompt, StandardStreams streams) {
    Destination there = address.resolve(reach);
    if (there.isOpen()) {
      notices.say(
          "warning: %s is plain TCP: everything is readable on the way, and whoever reaches that port is root on its host"
              .formatted(there.host()));
    }
    ReachedEngines engines =
        new ReachedEngines(
            there,
            reach,
            address,
            other ->
                others.computeIfAbsent(other, asked -> docker(asked, notices, prompt, streams)),
            this::secured);
    return new Docker(
        client(there, reach, new KeyQuestions(notices, prompt)),
        new Caller(Path.of("").toAbsolutePath(), env, notices, engines, prompt, streams));
  }

  /** The lines that {@code --secure-remote} prints. */
  private List<String> secured(List<String> words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new SecureRemote(env, new PrintStream(said, true, StandardCharsets.UTF_8)).run(words);
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  EngineClient client(Reach reach) {
    return client(address.resolve(reach), reach, KeyOwner.NOBODY);
  }

  private EngineClient client(Destination there, Reach reach, KeyOwner owner) {
    HttpClient client = client(there, owner);
    cancellation.onCancelOf(client::cancel);
    HttpExchange http = heard(client, new CurlCommand(there.host(), there.tls()));
    Duration timeout = reach.timeout();
    return guarded(
        new EngineClient(
            timeout == null ? http : limited(http, timeout),
            there.host().toString(),
            version(reach)));
  }

  private HttpExchange heard(HttpClient client, CurlCommand curl) {
    Consumer<String> trace = listeners.trace();
    HttpExchange traced = trace == null ? client : new TraceExchange(client, curl, trace);
    HttpExchange http = CustomHeaders.on(traced, env);
    Consumer<String> rehearsal = listeners.rehearsal();
    return rehearsal == null ? http : new RehearsalExchange(http, curl, rehearsal);
  }

  private HttpClient client(Destination there, KeyOwner owner) {
    if (there.host().scheme() != DockerHost.Scheme.SSH) {
      return new HttpClient(Transport.to(there.host(), there.tls(), owner));
    }
    SshSettings ssh = new SshSettings(env, listeners.details());
    HttpClient client = new HttpClient(Transport.overSsh(there.host(), ssh));
    cancellation.onEnd(client::close);
    return client;
  }

  private EngineClient guarded(EngineClient client) {
    String why = safety.whyReadOnly(env);
    return why == null ? client : client.readOnly(why);
  }

  /** Streams may take as long as they like. */
  private static HttpExchange limited(HttpExchange http, Duration timeout) {
    return request ->
        http.send(
            request.link() == Link.SHARED
                ? request.with(request.timeouts().withTotal(timeout))
                : request);
  }

  private @Nullable ApiVersion version(Reach reach) {
    if (reach.apiVersion() != null) {
      return ApiVersion.wanted("--api-version", reach.apiVersion());
    }
    String forced = env.getOrDefault("DOCKER_API_VERSION", "");
    return forced.isEmpty() ? null : ApiVersion.wanted("DOCKER_API_VERSION", forced);
  }
}
