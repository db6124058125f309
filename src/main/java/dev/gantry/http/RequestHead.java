package dev.gantry.http;

import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import java.util.List;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The head of a request as it is sent. */
final class RequestHead {
  private static final String USER_AGENT =
      "gantry/"
          + Objects.requireNonNullElse(
              RequestHead.class.getPackage().getImplementationVersion(), "dev");

  /** What the client sets itself, because it must agree with how the message is framed. */
  private static final List<String> OWN =
      List.of("Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade");

  /** Sends the target as it is: HttpCore takes {@code //info} for a host and drops it. */
  private static final class Verbatim extends BasicClassicHttpRequest {
    private final String target;

    Verbatim(String method, String target) {
      super(method, "/");
      this.target = target;
    }

    @Override
    public String getRequestUri() {
      return target;
    }
  }

  private RequestHead() {}

  static ClassicHttpRequest of(HttpRequest request, DockerHost host) {
    ClassicHttpRequest head = new Verbatim(request.method(), host.basePath() + request.target());
    head.addHeader("Host", hostHeader(host));
    if (!request.headers().contains("User-Agent")) {
      head.addHeader("User-Agent", USER_AGENT);
    }
    request.headers().fields().stream()
        .filter(field -> OWN.stream().noneMatch(field.name()::equalsIgnoreCase))
        .forEach(field -> head.addHeader(field.name(), field.value()));
    addConnection(head, request);
    addFraming(head, request);
    return head;
  }

  /**
   * RFC 9112, section 3.2 wants a Host in every request, and a socket has none: any valid name
   * does. (moby/moby client/client.go has DummyHost for the same reason.)
   */
  private static String hostHeader(DockerHost host) {
    // The zone of an IPv6 address means something on this machine only (RFC 6874, section 1).
    return host.scheme() == Scheme.UNIX
        ? "docker"
        : host.endpoint().toString().replaceFirst("%[^\\]]*", "");
  }

  private static void addConnection(ClassicHttpRequest head, HttpRequest request) {
    switch (request.link()) {
      case SHARED -> {}
      case OWN -> head.addHeader("Connection", "close");
      case UPGRADE -> {
        head.addHeader("Connection", "Upgrade");
        head.addHeader("Upgrade", request.headers().first("Upgrade").orElse("tcp"));
      }
    }
  }

  /** A POST or PUT without a body says so (RFC 9110, section 8.6). */
  private static void addFraming(ClassicHttpRequest head, HttpRequest request) {
    Body body = request.body();
    if (body != null && body.length() < 0) {
      head.addHeader("Transfer-Encoding", "chunked");
    } else if (body != null) {
      head.addHeader("Content-Length", Long.toString(body.length()));
    } else if (request.method().equals("POST") || request.method().equals("PUT")) {
      head.addHeader("Content-Length", "0");
    }
  }
}
