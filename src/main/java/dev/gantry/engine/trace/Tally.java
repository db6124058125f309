package dev.gantry.engine.trace;

import dev.gantry.http.HttpResponse;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.http.UpgradedConnection.Controls;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts what an answer brings, and tells of it when the answer is closed. */
final class Tally {
  private final String status;
  private final long start;
  private final Consumer<String> lines;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicBoolean told = new AtomicBoolean();

  Tally(String status, long start, Consumer<String> lines) {
    this.status = status;
    this.start = start;
    this.lines = lines;
  }

  /** For answers that take their time: whoever waits shall see that there is one. */
  void tellOfHead() {
    lines.accept(status + " after " + TraceExchange.millis(start));
  }

  HttpResponse watch(HttpResponse response) {
    return response
        .upgraded()
        .map(raw -> HttpResponse.of(response.status(), response.headers(), watch(raw)))
        .orElseGet(
            () ->
                HttpResponse.of(
                    response.status(), response.headers(), new Counted(response.body())));
  }

  private UpgradedConnection watch(UpgradedConnection raw) {
    return new UpgradedConnection(
        new Counted(raw.in()),
        new CountedOutput(raw.out()),
        new Controls() {
          @Override
          public void shutdownOutput() {
            raw.shutdownOutput();
          }

          @Override
          public void close() {
            raw.close();
            tell();
          }
        });
  }

  private void tell() {
    if (told.compareAndSet(false, true)) {
      String both = sent.get() > 0 ? ", " + sent + " bytes sent" : "";
      lines.accept(
          status + " in " + TraceExchange.millis(start) + ", " + received + " bytes" + both);
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      received.addAndGet(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = in.read(b, off, len);
      received.addAndGet(Math.max(n, 0));
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
      tell();
    }
  }

  private final class CountedOutput extends FilterOutputStream {
    CountedOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      sent.incrementAndGet();
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
      sent.addAndGet(len);
    }
  }
}
