package dev.gantry.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON values of a stream, one after the other, concatenated or on a line each.
 *
 * <p>A value is handed out as soon as its last character has arrived (a number, {@code true},
 * {@code false} and {@code null} need the line break after them); no more than one value is in
 * memory. A stream that ends inside a value is an error. Exceptions of the stream that are
 * unchecked pass through as they are. After an error there is nothing more to read.
 */
public final class JsonStream implements Iterator<@Nullable Object>, AutoCloseable {
  private static final long MAX_VALUE = 100_000_000;

  private final InputStream in;
  private final JsonReader reader;
  private boolean found;
  private volatile boolean closed;

  /** Reads UTF-8 text from a stream that is closed together with this one. */
  public JsonStream(InputStream in) {
    this(in, MAX_VALUE);
  }

  JsonStream(InputStream in, long maxValue) {
    this.in = in;
    this.reader = new JsonReader(new Utf8Reader(in), maxValue);
  }

  /**
   * Waits for the beginning of the next value.
   *
   * @return false at the end of the stream, and after {@link #close}
   * @throws JsonException the text is not JSON, or the stream broke
   */
  @Override
  public boolean hasNext() {
    found = !closed && (found || reader.advance());
    return found;
  }

  /**
   * Waits for the whole next value.
   *
   * @throws JsonException the text is not JSON, ends inside the value, or the stream broke
   */
  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream of JSON values has ended");
    }
    found = false;
    return reader.value();
  }

  /** Closes the stream; may be called while another thread waits for a value. */
  @Override
  public void close() {
    closed = true;
    try {
      in.close();
    } catch (IOException e) {
      throw new JsonException("cannot close the stream of JSON values: " + e.getMessage(), e);
    }
  }
}
