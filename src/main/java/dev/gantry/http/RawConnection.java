package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;

/** What is left of a connection when HTTP is done with it. */
final class RawConnection implements UpgradedConnection.Controls {
  private final Lease lease;
  private final ResponseBody in;

  private RawConnection(Lease lease) throws IOException {
    this.lease = lease.with(Ending.leaveOpen());
    this.in = new ResponseBody(lease.wire().handOver(), this.lease);
  }

  static UpgradedConnection over(Lease lease) throws IOException {
    RawConnection raw = new RawConnection(lease);
    return new UpgradedConnection(raw.in, raw.new Output(), raw);
  }

  @Override
  public void shutdownOutput() {
    try {
      lease.wire().shutdownOutput();
    } catch (IOException e) {
      throw StreamException.lost(lease.call() + ": the connection is gone", e);
    }
  }

  @Override
  public void close() {
    lease.wire().cancel();
    in.close();
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
      try {
        lease.wire().out().write(b, off, len);
      } catch (IOException e) {
        throw lease.wire().in().cancelled()
            ? StreamException.cancelled(lease.call() + " was cancelled")
            : StreamException.lost(lease.call() + ": the other side takes no more", e);
      }
    }

    @Override
    public void close() {
      shutdownOutput();
    }
  }
}
