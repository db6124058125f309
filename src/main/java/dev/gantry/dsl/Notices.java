package dev.gantry.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens along the way and is no result: it goes to the person at the terminal, if
 * anywhere.
 */
public interface Notices {

  /** Says one sentence. */
  void say(String sentence);

  /**
   * Hears of one object of a progress stream.
   *
   * @param event the daemon's JSON, such as {@code {"status": "Downloading", "id": "3f2a…"}}
   */
  void progress(Map<String, @Nullable Object> event);

  /** Nobody listens. */
  Notices NONE =
      new Notices() {
        @Override
        public void say(String sentence) {}

        @Override
        public void progress(Map<String, @Nullable Object> event) {}
      };
}
