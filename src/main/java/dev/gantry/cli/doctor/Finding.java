package dev.gantry.cli.doctor;

import dev.gantry.json.JsonView;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a check came to.
 *
 * @param check what was looked at, in a word or two
 * @param status how it is
 * @param detail what was seen
 * @param todo what to do about it; empty when there is nothing to do
 */
public record Finding(String check, Status status, String detail, String todo) implements JsonView {

  /** How it is. */
  public enum Status {
    OK,
    /** The engine can be used, and something is not as it should be. */
    WARNING,
    /** The engine cannot be used, or not for long. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String check, String detail) {
    return new Finding(check, Status.OK, detail, "");
  }

  static Finding warning(String check, String detail, String todo) {
    return new Finding(check, Status.WARNING, detail, todo);
  }

  static Finding failed(String check, String detail, String todo) {
    return new Finding(check, Status.FAILED, detail, todo);
  }

  /** The same as plain JSON, its fields under their names. */
  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", check);
    map.put("status", status.toString());
    map.put("detail", detail);
    map.put("todo", todo);
    return map;
  }
}
