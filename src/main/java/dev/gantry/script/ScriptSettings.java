package dev.gantry.script;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What a script finds around it.
 *
 * @param objects the names it sees ({@code docker}, {@code log} …) and how each is made on first
 *     use
 * @param grab whether {@code @Grab} may fetch libraries
 * @param exitProcess ends the process with a status; used when {@code exit} is called outside of
 *     the script's own thread
 */
public record ScriptSettings(
    Map<String, Supplier<?>> objects, boolean grab, IntConsumer exitProcess) {
  public ScriptSettings {
    objects = Map.copyOf(objects);
  }
}
