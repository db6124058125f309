package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plugin may have: the options {@code grant} and {@code grantAll}. */
public final class Grants {
  private static final String ANY = "*";

  private final boolean all;
  private final Map<?, ?> values;

  private Grants(boolean all, Map<?, ?> values) {
    this.all = all;
    this.values = values;
  }

  /** What options grant; nothing where they say nothing. */
  public static Grants of(VerbOptions options) {
    Object values = options.client().get("grant");
    return new Grants(options.is("grantAll"), values instanceof Map<?, ?> map ? map : Map.of());
  }

  /** Whether a privilege is granted with all its values. */
  public boolean allow(String privilege, List<String> asked) {
    List<?> granted = values.get(privilege) instanceof List<?> list ? list : List.of();
    return all || granted.contains(ANY) || (!asked.isEmpty() && granted.containsAll(asked));
  }

  /** Names alone grant any value: {@code ['network']} is {@code [network: '*']}. */
  static Map<String, List<String>> read(Object given, Asked asked) {
    if (given instanceof Map<?, ?>) {
      return Filters.read(given, asked);
    }
    Map<String, List<String>> grants = new LinkedHashMap<>();
    Texts.list(given, asked).forEach(name -> grants.put(name, List.of(ANY)));
    return grants;
  }
}
