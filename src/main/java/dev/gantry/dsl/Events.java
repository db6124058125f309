package dev.gantry.dsl;

import dev.gantry.engine.ObjectStream;
import java.util.Iterator;

/** What happens on the engine, as it happens. Close it to stop; it closes itself at its end. */
public final class Events implements Iterator<Event>, AutoCloseable {
  private final ObjectStream messages;

  Events(ObjectStream messages) {
    this.messages = messages;
  }

  @Override
  public boolean hasNext() {
    boolean more = messages.hasNext();
    if (!more) {
      close();
    }
    return more;
  }

  @Override
  public Event next() {
    return new Event(messages.next());
  }

  @Override
  public void close() {
    messages.close();
  }
}
