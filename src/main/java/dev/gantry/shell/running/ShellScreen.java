package dev.gantry.shell.running;

import dev.gantry.UsageException;
import dev.gantry.dsl.Tty;
import dev.gantry.json.Colors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The screen of the shell, which several want to use: who types, the entry that runs, jobs, threads
 * of the user's, and a program in a container that has all of it for a while.
 */
public final class ShellScreen implements Tty, Keyboard, BackgroundLines {
  private final List<String> marks;
  private final Semaphore free = new Semaphore(1);
  private final JobOutput strays = new JobOutput();
  private final Thread shell = Thread.currentThread();
  private volatile boolean taken;
  private volatile @Nullable Terminal terminal;
  private volatile @Nullable LineReader reader;
  private volatile @Nullable Announcer announcer;

  /** A screen, and how the engine is used behind it, for the status line. */
  public ShellScreen(List<String> marks) {
    this.marks = List.copyOf(marks);
  }

  /** A screen in front of an engine that may be used in all ways. */
  public ShellScreen() {
    this(List.of());
  }

  /** {@code read-only}, {@code dry run}, {@code traced}. */
  public List<String> marks() {
    return marks;
  }

  /** Held while nobody else prints. */
  public interface Alone extends AutoCloseable {
    @Override
    void close();
  }

  /** From now on there is a terminal. */
  public void open(Terminal opened) {
    terminal = opened;
  }

  /** From now on entries are typed. */
  public void typedAt(LineReader typed, Colors colors) {
    reader = typed;
    announcer = new Announcer(typed, colors, free);
  }

  /** A stream for the place of one that leads to the terminal. */
  public OutputStream routed(OutputStream direct) {
    return new RoutedOutput(direct, this);
  }

  /** For what the calling thread prints on the terminal now. */
  public PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(screen(), StandardCharsets.UTF_8), false);
  }

  @Override
  public OutputStream screen() {
    Terminal there = terminal;
    return routed(there == null ? OutputStream.nullOutputStream() : there.output());
  }

  /** Whether the calling thread runs beside the one that the person waits for. */
  public boolean isBackground() {
    Run run = RunThreads.current();
    return run == null ? isElsewhere() : run.job() != null;
  }

  /** A thread that belongs to no run: one that outlived its own, or who knows whose. */
  boolean isElsewhere() {
    LineReader typed = reader;
    boolean typing = typed != null && typed.isReading();
    return announcer != null
        && (RunThreads.isOfARun() || (typing && Thread.currentThread() != shell));
  }

  @Override
  public boolean isFree() {
    return !isBackground();
  }

  @Override
  public InputStream typed() {
    return new TypedInput(this);
  }

  /** The keys, when they are for the calling thread. */
  NonBlockingInputStream keys() throws IOException {
    Terminal there = terminal;
    if (!isFree()) {
      throw new IOException("what is typed is for the prompt: a job cannot read it");
    }
    if (there == null || !(there.input() instanceof NonBlockingInputStream keys)) {
      throw new IOException("there is no terminal to read from");
    }
    return keys;
  }

  @Override
  public Unechoed unechoed() throws IOException {
    Terminal there = terminal;
    if (there == null) {
      throw new IOException("there is no terminal");
    }
    return new UnechoedKeys(there);
  }

  @Override
  public void add(Job job, String line) {
    Announcer there = announcer;
    if (there != null && !job.isMuted()) {
      there.add(job, line);
    }
  }

  @Override
  public void tell(Job job, String what) {
    Announcer there = announcer;
    if (there != null) {
      what.lines().forEach(line -> there.add(job, line));
    }
  }

  void addStray(byte[] bytes, int offset, int length) {
    Announcer there = announcer;
    if (there != null) {
      strays.add(bytes, offset, length).forEach(line -> there.add(null, line));
    }
  }

  /** Waits until nobody prints, and lets nobody print. */
  public Alone alone() {
    free.acquireUninterruptibly();
    taken = true;
    return () -> {
      taken = false;
      free.release();
    };
  }

  /** Whether somebody has it for himself. */
  boolean isTaken() {
    return taken;
  }

  @Override
  public boolean isThere() {
    Terminal there = terminal;
    return there != null && !there.getType().startsWith(Terminal.TYPE_DUMB) && !isBackground();
  }

  @Override
  public Taken take() {
    Terminal there = terminal;
    if (there == null || !(there.input() instanceof NonBlockingInputStream keys)) {
      throw new UsageException("this terminal cannot be handed over");
    }
    return new RawTerminal(there, keys, alone());
  }
}
