package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;

/** The way out of a connection: tells its own failures from those of whoever produces the bytes. */
final class WireOutput extends OutputStream {
  private final OutputStream out;

  /** The other side does not take what is sent. */
  static final class Broken extends IOException {
    Broken(String message, IOException cause) {
      super(message, cause);
    }
  }

  WireOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    try {
      out.write(b, off, len);
    } catch (IOException e) {
      throw new Broken("the connection takes no more", e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Broken("the connection takes no more", e);
    }
  }
}
