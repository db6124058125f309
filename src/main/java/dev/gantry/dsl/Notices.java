package dev.gantry.dsl;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens along the way and is no result: it goes to the person at the terminal, if
 * anywhere.
 */
public interface Notices {

  /** Says one sentence. */
  void say(String sentence);

  /** Says one sentence that this need not say twice; who remembers nothing says it again. */
  default void sayOnce(String sentence) {
    say(sentence);
  }

  /** Begins a piece of work that tells of its progress: a pull, a push, a load, a build. */
  Work begin();

  /** A piece of work. It is closed however it ends; then what was told stays as it is. */
  interface Work extends AutoCloseable {
    /**
     * Hears of one object of a progress stream.
     *
     * @param event the daemon's JSON, such as {@code {"status": "Downloading", "id": "3f2a…"}}
     */
    void tell(Map<String, @Nullable Object> event);

    /**
     * Hears how much is sent of what the work carries to the engine; often, and a last time when it
     * is all sent.
     */
    default void sent(Upload upload) {}

    @Override
    void close();

    /** Hands each object to somebody. */
    static Work telling(Consumer<Map<String, @Nullable Object>> each) {
      return new Work() {
        @Override
        public void tell(Map<String, @Nullable Object> event) {
          each.accept(event);
        }

        @Override
        public void close() {}
      };
    }
  }

  /** Nobody listens. */
  Notices NONE =
      new Notices() {
        @Override
        public void say(String sentence) {}

        @Override
        public Work begin() {
          return Work.telling(event -> {});
        }
      };
}
