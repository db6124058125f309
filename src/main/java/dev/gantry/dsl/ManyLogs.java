package dev.gantry.dsl;

import dev.gantry.engine.Frame;
import dev.gantry.http.StreamException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The logs of several containers as one stream, each line as it comes. Close it to stop following;
 * it closes itself at the end of the last. When one of them breaks off, so does the whole.
 */
public final class ManyLogs implements Iterator<LogLine>, AutoCloseable {
  /** Lines that nobody has taken yet; whoever writes more waits. */
  private static final int AHEAD = 1000;

  private final Map<String, Lines> sources = new LinkedHashMap<>();
  private final List<Thread> readers = new ArrayList<>();
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
  private final int width;
  private int open;
  private @Nullable LogLine next;

  /** A line, an error, or the end of one of them. */
  private record Item(@Nullable LogLine line, @Nullable RuntimeException error) {
    static final Item END = new Item(null, null);
  }

  /** Opens the logs of all before it reads one: a name that is not there fails here. */
  ManyLogs(Docker docker, List<Container> containers, Map<String, ?> options) {
    width = containers.stream().mapToInt(it -> it.getName().length()).max().orElse(0);
    try {
      for (Container container : containers) {
        sources.put(container.getName(), Logs.of(docker, container, options).lines());
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    open = sources.size();
    sources.forEach((name, lines) -> readers.add(reader(name, lines)));
    readers.forEach(Thread::start);
  }

  private Thread reader(String name, Lines lines) {
    Thread reader = new Thread(() -> read(name, lines), "logs of " + name);
    reader.setDaemon(true);
    return reader;
  }

  private void read(String name, Lines lines) {
    try {
      Item last = Item.END;
      try {
        lines.drain((text, source) -> put(new Item(line(name, text, source), null)));
      } catch (RuntimeException e) {
        last = new Item(null, e);
      }
      queue.put(last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Item item) {
    try {
      queue.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StreamException.cancelled("following logs was cancelled");
    }
  }

  private LogLine line(String name, String text, Frame.Source source) {
    return new LogLine(name, source == Frame.Source.ERR ? "err" : "out", text, width);
  }

  @Override
  public boolean hasNext() {
    while (next == null && open > 0) {
      take();
    }
    return next != null;
  }

  private void take() {
    Item item;
    try {
      item = queue.take();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw StreamException.cancelled("following logs was cancelled");
    }
    if (item.error() != null) {
      close();
      throw item.error();
    }
    next = item.line();
    open -= item.equals(Item.END) ? 1 : 0;
  }

  @Override
  public LogLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LogLine line = next;
    next = null;
    if (line == null) {
      throw new NoSuchElementException();
    }
    return line;
  }

  @Override
  public void close() {
    open = 0;
    readers.forEach(Thread::interrupt);
    sources.values().forEach(Lines::close);
  }
}
