package dev.gantry.http;

import java.util.Arrays;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpVersion;

/** What the head of an answer means for the connection. */
final class ResponseHead {
  private ResponseHead() {}

  static HttpResponse.Head of(ClassicHttpResponse head) {
    return new HttpResponse.Head(
        head.getCode(), Objects.requireNonNullElse(head.getReasonPhrase(), ""), headers(head));
  }

  private static Headers headers(ClassicHttpResponse head) {
    return Headers.received(
        Arrays.stream(head.getHeaders())
            .map(
                line ->
                    new Headers.Field(
                        line.getName(), Objects.requireNonNullElse(line.getValue(), "")))
            .toList());
  }

  /** RFC 9112, section 6.3, rule 1. */
  static boolean hasBody(String method, ClassicHttpResponse head) {
    return !method.equals("HEAD") && head.getCode() != 204 && head.getCode() != 304;
  }

  /** RFC 9112, section 9.3. */
  static boolean keepsAlive(ClassicHttpResponse head) {
    Headers headers = headers(head);
    boolean framed =
        headers.contains("Content-Length")
            || headers.contains("Transfer-Encoding")
            || !hasBody("GET", head);
    return framed
        && head.getVersion() != null
        && head.getVersion().greaterEquals(HttpVersion.HTTP_1_1)
        && headers.all("Connection").stream().noneMatch(ResponseHead::saysClose);
  }

  private static boolean saysClose(String connection) {
    return Arrays.stream(connection.split(",")).anyMatch(v -> v.strip().equalsIgnoreCase("close"));
  }

  /**
   * Whether the connection is raw from here on. A daemon that does not know upgrades (and 20.10 on
   * attach without the header) answers 200 and hands it over all the same.
   */
  static boolean handsOver(ClassicHttpResponse head) {
    return head.getCode() == 101
        || (head.getCode() == 200
            && !head.containsHeader("Content-Length")
            && !head.containsHeader("Transfer-Encoding"));
  }
}
