package dev.gantry.shell.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file that no other shell touches until this is closed. One that is locked for too long, by a
 * process that was stopped in the middle, is used all the same: history is no reason to hang.
 */
final class FileGate implements AutoCloseable {
  private static final int TRIES = 50;

  /** A process holds the locks of all its threads together. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private FileGate(FileChannel channel) {
    this.channel = channel;
  }

  static FileGate open(Path path) throws IOException {
    THREADS.lock();
    try {
      return new FileGate(locked(path));
    } catch (IOException | RuntimeException e) {
      THREADS.unlock();
      throw e;
    }
  }

  /** Another shell may put a new file in the place of this one before the lock is had. */
  private static FileChannel locked(Path path) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      Object before = key(path);
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(channel);
      if (Objects.equals(before, key(path))) {
        return channel;
      }
      channel.close();
    }
    throw new NoSuchFileException(path.toString());
  }

  private static void lock(FileChannel channel) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  byte[] bytes() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {
      // until all of it is there
    }
    return all.array();
  }

  /** Adds a line, also behind one that somebody left unfinished. */
  void append(String line) throws IOException {
    long end = channel.size();
    ByteBuffer last = ByteBuffer.allocate(1);
    boolean fresh = end == 0 || (channel.read(last, end - 1) == 1 && last.get(0) == '\n');
    ByteBuffer text = ByteBuffer.wrap(((fresh ? "" : "\n") + line + "\n").getBytes(UTF_8));
    while (text.hasRemaining()) {
      end += channel.write(text, end);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THREADS.unlock();
    }
  }
}
