package dev.gantry.http;

import java.io.InputStream;
import java.io.OutputStream;

/** A connection that no longer speaks HTTP: two raw streams, each with its own end. */
public final class UpgradedConnection implements AutoCloseable {
  private final InputStream in;
  private final OutputStream out;
  private final Controls controls;

  /** What can be done to a raw connection beside reading and writing. */
  public interface Controls {
    /** Ends the output: the other side reads its end, while this side still reads. */
    void shutdownOutput();

    void close();
  }

  public UpgradedConnection(InputStream in, OutputStream out, Controls controls) {
    this.in = in;
    this.out = out;
    this.controls = controls;
  }

  /**
   * What the other side sends, beginning with what it sent together with its answer. Reads throw
   * the same unchecked exceptions as {@link HttpResponse#body}; an orderly end is an end. The
   * time-outs of the request no longer apply; {@link #close} and an interrupt of the reading thread
   * end a blocked read.
   */
  public InputStream in() {
    return in;
  }

  /** Goes to the other side at once: nothing is buffered. Writes throw {@link StreamException}. */
  public OutputStream out() {
    return out;
  }

  /** Tells the other side that no more will come; reading goes on. */
  public void shutdownOutput() {
    controls.shutdownOutput();
  }

  /** Closes both directions, from any thread; a blocked read ends as cancelled. */
  @Override
  public void close() {
    controls.close();
  }
}
