package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A context: a name for an engine, as {@code docker context} keeps it.
 *
 * @param name {@code default} for an address that no context gives
 * @param host the engine's address; empty when {@code error} is not
 * @param description what its maker says of it; may be empty
 * @param why what decided for it, such as {@code DOCKER_HOST from the environment}; empty in a list
 * @param error why it cannot be used; empty when it can
 */
public record EngineContext(String name, String host, String description, String why, String error)
    implements JsonView {

  @Override
  public Object toJson() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("host", host);
    map.put("description", description);
    map.put("why", why);
    return map;
  }

  @Override
  public String toString() {
    return why.isEmpty() ? name + ": " + host : name + ": " + host + " (" + why + ")";
  }
}
