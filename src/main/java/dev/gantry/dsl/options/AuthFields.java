package dev.gantry.dsl.options;

import dev.gantry.DidYouMean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lets somebody into a registry. No error text has a value.
 *
 * <p>Source: AuthConfig of Engine API 1.51; {@code registrytoken} from moby v28.5.2,
 * api/types/registry/authconfig.go.
 */
final class AuthFields {
  private static final List<String> NAMES =
      List.of("username", "password", "serveraddress", "identitytoken", "registrytoken");

  private AuthFields() {}

  static Map<String, String> read(Object given, Asked asked) {
    Map<String, String> fields = new LinkedHashMap<>();
    Texts.map(given, asked)
        .forEach(
            (name, value) -> fields.put(name(String.valueOf(name), asked), text(value, asked)));
    boolean token = fields.containsKey("identitytoken") || fields.containsKey("registrytoken");
    if (!token && !(fields.containsKey("username") && fields.containsKey("password"))) {
      throw asked.bad("it needs username and password, or an identitytoken");
    }
    return fields;
  }

  private static String name(String given, Asked asked) {
    return NAMES.stream()
        .filter(given::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () -> asked.bad("it has no field '" + given + "'" + DidYouMean.hint(given, NAMES)));
  }

  private static String text(Object value, Asked asked) {
    if (value instanceof CharSequence) {
      return value.toString();
    }
    throw asked.bad("its fields are texts");
  }
}
