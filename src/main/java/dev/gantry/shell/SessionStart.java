package dev.gantry.shell;

import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Makes the session on a thread of its own while the terminal is opened: each takes long, for what
 * it loads.
 *
 * <p>Until the session is there, no other thread may use Groovy: two that begin with different
 * classes of it would each wait for what the other initialises.
 */
final class SessionStart {
  private final FutureTask<Session> making;

  SessionStart(ScriptSettings settings) {
    making = new FutureTask<>(() -> new Session(settings));
    Thread thread = new Thread(making, "session-start");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for it. */
  Session session() {
    try {
      return making.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
