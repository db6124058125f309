package dev.gantry.dsl;

import dev.gantry.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A body that tells how much of it is sent. */
final class CountedBody implements Body {
  /** Told that often and no oftener: an archive is written in much smaller pieces. */
  private static final int PIECE = 64 * 1024;

  private final Body content;
  private final Upload announced;
  private final Consumer<Upload> hear;

  private CountedBody(Body content, Upload announced, Consumer<Upload> hear) {
    this.content = content;
    this.announced = announced;
    this.hear = hear;
  }

  /**
   * Counts what a script or a file gives: a {@link Body}, bytes or a stream.
   *
   * @param announced its name and size
   * @return that body; anything else, such as null, as it is
   */
  static Object of(Object content, Upload announced, Consumer<Upload> hear) {
    if (content instanceof Body body) {
      return new CountedBody(body, announced, hear);
    }
    if (content instanceof byte[] bytes) {
      return new CountedBody(Body.of(bytes), announced, hear);
    }
    return content instanceof InputStream stream
        ? new CountedBody(Body.stream(stream::transferTo), announced, hear)
        : content;
  }

  @Override
  public long length() {
    return content.length();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Counter counter = new Counter(out);
    content.writeTo(counter);
    tell(counter.count, true);
  }

  private void tell(long count, boolean isOver) {
    hear.accept(new Upload(announced.what(), count, announced.size(), isOver));
  }

  private final class Counter extends OutputStream {
    private final OutputStream out;
    private long count;

    Counter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      add(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      add(length);
    }

    private void add(int more) {
      long before = count;
      count += more;
      if (before / PIECE != count / PIECE) {
        tell(count, false);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
