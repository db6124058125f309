package dev.gantry.shell.settings;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What was chosen, by the file of settings or at the prompt. Of use to several threads. */
public final class Settings {
  private final Map<Setting, String> chosen = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();
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
   * The setting of that key.
   *
   * @throws UsageException there is none
   */
  public Setting require(String key) {
    Setting setting = Setting.of(key);
    if (setting == null) {
      List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
      throw new UsageException("no setting '" + key + "'" + DidYouMean.hint(key, keys));
    }
    return setting;
  }

  /**
   * Chooses.
   *
   * @throws UsageException there is no such key, or it cannot be that
   */
  public void set(String key, String value) {
    Setting setting = require(key);
    if (!setting.words().isEmpty() && !setting.words().contains(value)) {
      throw new UsageException(
          key + " is one of " + String.join(", ", setting.words()) + ", not '" + value + "'");
    }
    chosen.put(setting, value);
    listeners.forEach(listener -> listener.accept(setting));
  }

  /**
   * Gives a text to enter a name: {@code /name} enters it.
   *
   * @throws UsageException the name has other characters than letters, digits, - and _
   */
  public void alias(String name, String entry) {
    if (!name.matches("[A-Za-z][\\w-]*")) {
      throw new UsageException("'" + name + "' cannot be the name of an alias");
    }
    aliases.put(name, entry);
  }

  /** The aliases and what they stand for. */
  public Map<String, String> aliases() {
    return new TreeMap<>(aliases);
  }

  /** Tells of every choice from now on, on the thread that makes it. */
  public void onChange(Consumer<Setting> listener) {
    listeners.add(listener);
  }
}
