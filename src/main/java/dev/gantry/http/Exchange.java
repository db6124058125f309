package dev.gantry.http;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.ChunkedOutputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthOutputStream;

/** One request and its answer on one connection. */
final class Exchange {
  private static final int CHUNK = 16 * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpRequest request;
  private final Lease lease;
  private final DockerHost host;

  Exchange(HttpRequest request, Lease lease, DockerHost host) {
    this.request = request;
    this.lease = lease;
    this.host = host;
  }

  HttpResponse send() {
    try {
      sendRequest();
      lease.patience().awaitHeaders();
      return receive();
    } catch (IOException | HttpException e) {
      lease.wire().close();
      throw Failures.ofHead(lease, e);
    } catch (RuntimeException | Error e) {
      lease.wire().close();
      throw e;
    }
  }

  private void sendRequest() throws IOException, HttpException {
    lease.wire().writeHead(RequestHead.of(request, host));
    Body body = request.body();
    if (body != null) {
      try (OutputStream out = framed(body)) {
        body.writeTo(out);
      }
    }
    lease.wire().flush();
  }

  private OutputStream framed(Body body) {
    Wire wire = lease.wire();
    return body.length() < 0
        ? new ChunkedOutputStream(wire.outBuffer(), wire.out(), CHUNK)
        : new ContentLengthOutputStream(wire.outBuffer(), wire.out(), body.length());
  }

  private HttpResponse receive() throws IOException, HttpException {
    ClassicHttpResponse head = lease.wire().readHead();
    while (head.getCode() < 200 && head.getCode() != SWITCHING_PROTOCOLS) {
      head = lease.wire().readHead();
    }
    lease.patience().awaitBody();
    return answer(head);
  }

  private HttpResponse answer(ClassicHttpResponse head) throws HttpException {
    HttpResponse.Head ours = ResponseHead.of(head);
    if (request.link() == Link.UPGRADE && ResponseHead.handsOver(head)) {
      return HttpResponse.upgraded(ours, RawConnection.over(lease));
    }
    if (!ResponseHead.hasBody(request.method(), head)) {
      afterwards(head).atEnd().run();
      return HttpResponse.streaming(ours, InputStream.nullInputStream());
    }
    InputStream framed = lease.wire().bodyOf(head);
    return HttpResponse.streaming(ours, new ResponseBody(framed, afterwards(head)));
  }

  private Lease afterwards(ClassicHttpResponse head) {
    return ResponseHead.keepsAlive(head) ? lease : lease.thenAtEnd(lease.wire()::close);
  }
}
