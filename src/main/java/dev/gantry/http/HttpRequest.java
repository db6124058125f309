package dev.gantry.http;

import dev.gantry.UsageException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param target path and query, percent-encoded, starting with a slash
 * @param headers {@code Host}, {@code User-Agent}, {@code Content-Length}, {@code
 *     Transfer-Encoding} and {@code Connection} are the client's own business; {@code Upgrade} says
 *     what to change to with {@link Link#UPGRADE}, {@code tcp} unless it is there
 * @param link which connection carries it
 */
public record HttpRequest(
    String method,
    String target,
    Headers headers,
    @Nullable Body body,
    Timeouts timeouts,
    Link link) {

  private static final Pattern METHOD = Pattern.compile("[A-Z]+");
  private static final Pattern TARGET = Pattern.compile("/[\\x21-\\x7e]*");

  /** Which connection carries a request. */
  public enum Link {
    /** One of the pool. */
    SHARED,
    /** One of its own, closed afterwards: for streams. */
    OWN,
    /** One of its own, which turns into two raw streams when the daemon agrees. */
    UPGRADE
  }

  public HttpRequest {
    if (!METHOD.matcher(method).matches()) {
      throw new UsageException("'" + method + "' is no HTTP method");
    }
    if (!TARGET.matcher(target).matches()) {
      throw new UsageException(
          "'"
              + pathOf(target)
              + "' is no path of a request: it starts with '/', and spaces and non-ASCII"
              + " characters are percent-encoded");
    }
  }

  /** A request without headers and body, in the time of {@link Timeouts#quick}. */
  public static HttpRequest of(String method, String target) {
    return new HttpRequest(method, target, Headers.none(), null, Timeouts.quick(), Link.SHARED);
  }

  public static HttpRequest get(String target) {
    return of("GET", target);
  }

  public static HttpRequest post(String target) {
    return of("POST", target);
  }

  /** With one more header line. */
  public HttpRequest header(String name, String value) {
    return with(headers.and(name, value));
  }

  public HttpRequest with(Headers value) {
    return new HttpRequest(method, target, value, body, timeouts, link);
  }

  public HttpRequest with(Body value) {
    return new HttpRequest(method, target, headers, value, timeouts, link);
  }

  /** With a body and its media type. */
  public HttpRequest body(String contentType, Body value) {
    return with(headers.with("Content-Type", contentType)).with(value);
  }

  public HttpRequest with(Timeouts value) {
    return new HttpRequest(method, target, headers, body, value, link);
  }

  public HttpRequest with(Link value) {
    return new HttpRequest(method, target, headers, body, timeouts, value);
  }

  /** The target without its query. */
  public String path() {
    return pathOf(target);
  }

  /** Whether sending it twice does no harm (RFC 9110, section 9.2.1). */
  boolean safe() {
    return body == null && (method.equals("GET") || method.equals("HEAD"));
  }

  /** Method and path; the query may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path();
  }

  private static String pathOf(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
