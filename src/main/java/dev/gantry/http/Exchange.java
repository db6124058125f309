package dev.gantry.http;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/** One request and its answer on one connection. */
final class Exchange {
  private final HttpRequest request;
  private final Lease lease;
  private final DockerHost host;
  private boolean died;

  Exchange(HttpRequest request, Lease lease, DockerHost host) {
    this.request = request;
    this.lease = lease;
    this.host = host;
  }

  HttpResponse send() {
    try {
      lease.patience().send();
      ClassicHttpResponse early = sendRequest();
      lease.patience().awaitHeaders();
      ClassicHttpResponse head = early == null ? lease.wire().readFinalHead() : early;
      lease.patience().awaitBody();
      return answer(head, early == null ? lease : lease.oneWay());
    } catch (IOException | HttpException e) {
      lease.wire().close();
      WireInput in = lease.wire().in();
      died = !in.answered() && !in.cancelled() && !(e instanceof SocketTimeoutException);
      throw Failures.ofHead(lease, e);
    } catch (RuntimeException | Error e) {
      lease.wire().close();
      throw e;
    }
  }

  /** Whether the connection was lost before the first byte of the answer. */
  boolean died() {
    return died;
  }

  /**
   * Sends all of it, or what the daemon takes: one that closes its input has mostly answered why.
   */
  private @Nullable ClassicHttpResponse sendRequest() throws IOException, HttpException {
    Wire wire = lease.wire();
    try {
      wire.writeHead(RequestHead.of(request, host));
      ClassicHttpResponse early =
          request.body() == null ? null : new RequestBody(request.body(), lease).send();
      if (early == null) {
        wire.flush();
      }
      return early;
    } catch (WireOutput.Broken e) {
      lease.patience().awaitHeaders();
      return wire.readFinalHead();
    }
  }

  private HttpResponse answer(ClassicHttpResponse head, Lease after)
      throws IOException, HttpException {
    HttpResponse.Head ours = ResponseHead.of(head);
    if (request.link() == Link.UPGRADE && ResponseHead.handsOver(head)) {
      return HttpResponse.upgraded(ours, RawConnection.over(lease));
    }
    if (head.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
      throw new ProtocolException("it takes over a connection that was not offered");
    }
    Lease rest = ResponseHead.keepsAlive(head) ? after : after.oneWay();
    if (!ResponseHead.hasBody(request.method(), head)) {
      rest.ending().action().run();
      return HttpResponse.streaming(ours, InputStream.nullInputStream());
    }
    InputStream framed = HttpsPort.check(head, lease.wire().bodyOf(head));
    return HttpResponse.streaming(ours, new ResponseBody(framed, rest));
  }
}
