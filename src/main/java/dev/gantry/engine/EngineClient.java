package dev.gantry.engine;

import dev.gantry.engine.Call.Checks;
import dev.gantry.http.Body;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.Timeouts;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.http.WebSocketHandshake;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls any operation of the Engine API by its id.
 *
 * <p>Parameters are named as the daemon names them, the body is {@code body}. They are checked
 * before anything is sent; one whose value is null is left out. The version of the API is agreed
 * upon with the first call (see {@link Negotiation}) and stands in every path, as the daemon asks
 * for (moby v28.5.2, api/swagger.yaml, "Versioning").
 *
 * <p>Errors of every method: {@link dev.gantry.UsageException} for a parameter that is unknown,
 * missing, of the wrong type or not in the version that is spoken; {@link EngineException} and its
 * subclasses by status; {@link dev.gantry.transport.ConnectionException} when the engine is not
 * reached or does not answer in time.
 */
public final class EngineClient {
  /** Paths that take no version before them: those that have one, and the ping. */
  private static final Pattern UNPREFIXED = Pattern.compile("/v\\d+\\.\\d+/|/_ping(\\?|$)");

  private final ReadOnly http;
  private final String where;
  private final Negotiation negotiation;
  private final Checks checks;

  /**
   * A client that sends nothing until it is used.
   *
   * @param where the engine's address as error messages name it
   * @param forced the API version to speak, or null to agree upon one
   */
  public EngineClient(HttpExchange http, String where, @Nullable ApiVersion forced) {
    this(new ReadOnly(http), where, new Negotiation(http, where, forced), Checks.PARAMETERS);
  }

  private EngineClient(ReadOnly http, String where, Negotiation negotiation, Checks checks) {
    this.http = http;
    this.where = where;
    this.negotiation = negotiation;
    this.checks = checks;
  }

  /**
   * The same engine, with the fields of every body checked against its schema before it is sent.
   */
  public EngineClient checkingBodies() {
    return new EngineClient(http, where, negotiation, Checks.STRICT);
  }

  /**
   * The same engine, spoken to without checks: parameters, values and fields that the catalogue
   * does not know, or not for this version, are sent all the same.
   */
  public EngineClient unchecked() {
    return new EngineClient(http, where, negotiation, Checks.NONE);
  }

  /**
   * Refuses from now on every call that changes something; clients made from this one do so too.
   *
   * @param why who wants it, as the error will say: {@code --read-only}
   * @return this client
   */
  public EngineClient readOnly(String why) {
    http.forGood(why);
    return this;
  }

  /**
   * Refuses every call that changes something, of every thread, until the work is done.
   *
   * @throws ReadOnlyException the work tried to change something
   */
  public <T extends @Nullable Object> T readOnly(Supplier<T> work) {
    return http.during(work);
  }

  /** Whether calls that change something are refused at the moment. */
  public boolean isReadOnly() {
    return http.isOn();
  }

  /** The engine's address. */
  public String where() {
    return where;
  }

  /** The API version that is spoken; asks the engine once. */
  public ApiVersion version() {
    return negotiation.version();
  }

  /** Whether that is known already, so that {@link #version} asks nobody. */
  public boolean isAgreed() {
    return negotiation.isAgreed();
  }

  /** Asks the engine for a sign of life. {@code GET /_ping} (SystemPing). */
  public Ping ping() {
    return negotiation.ping();
  }

  /**
   * Calls an operation and reads its answer to the end.
   *
   * @return the JSON value; or text; or the answer's headers (HEAD); for objects one after the
   *     other a list of the last hundred; for a tar archive or a program's output its bytes; for an
   *     answer without a body, true when something changed and false when it was so already (status
   *     304)
   * @throws ProgressException there was an error among the objects
   */
  public @Nullable Object call(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    Call call = check(operation, parameters);
    try (HttpResponse response = send(call)) {
      return switch (call.operation.answer()) {
        case HEADERS -> map(response.headers());
        case EMPTY -> response.status() != 304;
        case JSON, SLOW_JSON, WAIT -> json(call, response);
        case OBJECTS -> stream(call, response).drain();
        case TEXT -> new String(response.bodyBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
        case FRAMES, TAR, HIJACK, WEBSOCKET -> response.bodyBytes(Integer.MAX_VALUE);
      };
    }
  }

  /** Calls an operation and leaves its answer to be read; the caller closes it. */
  public HttpResponse open(String operation, Map<String, ? extends @Nullable Object> parameters) {
    return send(check(operation, parameters));
  }

  /**
   * Calls an operation that answers with JSON objects one after the other; the caller closes the
   * stream.
   */
  public ObjectStream objects(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    Call call = check(operation, parameters);
    return stream(call, send(call));
  }

  private ObjectStream stream(Call call, HttpResponse response) {
    return new ObjectStream(response, failure(call.does(), describe(call), response.status()));
  }

  /**
   * Calls an operation that answers with a program's output; the caller closes the stream.
   *
   * @param terminal whether the program has a terminal: below API 1.42 the answer does not say so
   */
  public FrameStream frames(
      String operation, Map<String, ? extends @Nullable Object> parameters, boolean terminal) {
    return FrameStream.of(open(operation, parameters), terminal);
  }

  /** Calls an operation that hands over the connection; the caller closes it. */
  public UpgradedConnection takeOver(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    Call call = check(operation, parameters);
    if (call.operation.answer() == Answer.WEBSOCKET) {
      WebSocketHandshake handshake = new WebSocketHandshake();
      HttpRequest asking = handshake.on(request(call));
      return handshake.accepted(sendChecked(asking, call.does(), describe(call)));
    }
    HttpRequest request =
        request(call).with(Link.UPGRADE).header("Upgrade", call.operation.protocol());
    HttpResponse response = sendChecked(request, call.does(), describe(call));
    return response
        .upgraded()
        .orElseThrow(
            () -> {
              Closing.quietly(response);
              return refused(call, response, "the engine did not hand over the connection");
            });
  }

  /**
   * Feeds a program on a connection that was taken over, and reads its output; the caller closes
   * the stream, and with it the connection. A program that ends before its input is no error; a
   * source that fails is a {@link dev.gantry.http.StreamException} with that failure as its cause.
   *
   * @param terminal whether the program has a terminal, and so no frames
   */
  public FrameStream converse(UpgradedConnection connection, Input input, boolean terminal) {
    Feed feed = Feed.start(connection, input, this::ping);
    return new FrameStream(feed, feed, !terminal);
  }

  /**
   * Sends a request to any path below the version, such as {@code /containers/json}, whether the
   * catalogue has it or not; the caller closes the answer.
   *
   * @param path a path; one that begins with a version keeps that version
   * @param body plain values to send as JSON, {@code byte[]}, an {@link java.io.InputStream} or a
   *     {@link Body} to send as they are, or null
   */
  public HttpResponse request(String method, String path, @Nullable Object body) {
    String described = HttpRequest.of(method, path).toString();
    String versioned = UNPREFIXED.matcher(path).lookingAt() ? path : prefix() + path;
    HttpRequest request = withBody(HttpRequest.of(method, versioned), body);
    return sendChecked(request.with(Timeouts.longPoll()).with(Link.OWN), described, described);
  }

  private Call check(String operation, Map<String, ? extends @Nullable Object> parameters) {
    return new Call(Catalogue.shipped().operation(operation), parameters, checks)
        .checkedFor(version());
  }

  private HttpResponse send(Call call) {
    HttpResponse response = sendChecked(request(call), call.does(), describe(call));
    if (ErrorBody.isPage(response)) {
      Closing.quietly(response);
      throw refused(call, response, ErrorBody.PAGE);
    }
    return response;
  }

  private HttpRequest request(Call call) {
    String path = (call.operation.path().equals("/_ping") ? "" : prefix()) + call.path();
    HttpRequest request =
        HttpRequest.of(call.operation.method(), call.query().appendTo(path))
            .with(call.headers())
            .with(Pace.of(call));
    boolean own = call.operation.answer().isStream() || call.operation.answer() == Answer.WAIT;
    return withBody(own ? request.with(Link.OWN) : request, call.body());
  }

  private static HttpRequest withBody(HttpRequest request, @Nullable Object body) {
    if (body == null) {
      return request;
    }
    if (body instanceof byte[] bytes) {
      return request.body("application/x-tar", Body.of(bytes));
    }
    if (body instanceof Body ready) {
      return request.body("application/x-tar", ready);
    }
    if (body instanceof InputStream stream) {
      return request.body("application/x-tar", Body.stream(stream::transferTo));
    }
    return request.body("application/json", Body.of(Json.write(body)));
  }

  private HttpResponse sendChecked(HttpRequest request, String does, String described) {
    HttpResponse response = http.send(request);
    if (response.status() < 300 || response.status() == 304) {
      return response;
    }
    try (response) {
      throw EngineException.of(
          failure(does, described, response.status()).saying(ErrorBody.message(response)));
    }
  }

  private @Nullable Object json(Call call, HttpResponse response) {
    byte[] body = response.bodyBytes(Integer.MAX_VALUE);
    try {
      return body.length == 0 ? null : Json.read(body);
    } catch (JsonException e) {
      throw refused(call, response, ErrorBody.notJson(e));
    }
  }

  private EngineException refused(Call call, HttpResponse response, String why) {
    return EngineException.of(failure(call.does(), describe(call), response.status()).saying(why));
  }

  private static Map<String, String> map(Headers headers) {
    Map<String, String> map = new LinkedHashMap<>();
    headers
        .fields()
        .forEach(field -> map.merge(field.name(), field.value(), (a, b) -> a + ", " + b));
    return map;
  }

  private Failure failure(String does, String described, int status) {
    return new Failure(does, described, where, status, "");
  }

  private static String describe(Call call) {
    return call.operation.method() + " " + call.path();
  }

  private String prefix() {
    return "/v" + version();
  }
}
