package dev.gantry.shell.settings;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What was chosen, by the file of settings or at the prompt. Of use to several threads. */
public final class Settings {
  private final Map<Setting, String> chosen = new ConcurrentHashMap<>();
  private final List<Consumer<Setting>> listeners = new CopyOnWriteArrayList<>();

  /** The value now. */
  public String get(Setting setting) {
    return chosen.getOrDefault(setting, setting.usual());
  }

  /** Whether somebody chose it. */
  public boolean isChosen(Setting setting) {
    return chosen.containsKey(setting);
  }

  /** Whether it is {@code on}. */
  public boolean is(Setting setting) {
    return get(setting).equals("on");
  }

  /**
   * Chooses.
   *
   * @throws UsageException there is no such key, or it cannot be that
   */
  public void set(String key, String value) {
    Setting setting = Setting.of(key);
    if (setting == null) {
      List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
      throw new UsageException("no setting '" + key + "'" + DidYouMean.hint(key, keys));
    }
    if (!setting.words().isEmpty() && !setting.words().contains(value)) {
      throw new UsageException(
          key + " is one of " + String.join(", ", setting.words()) + ", not '" + value + "'");
    }
    chosen.put(setting, value);
    listeners.forEach(listener -> listener.accept(setting));
  }

  /** Tells of every choice from now on, on the thread that makes it. */
  public void onChange(Consumer<Setting> listener) {
    listeners.add(listener);
  }
}
