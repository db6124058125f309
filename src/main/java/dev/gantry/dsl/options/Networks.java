package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Networks to connect to: a name or mode, {@code name=n,alias=a,ip=…}, or a map with the same keys
 * (in camelCase if wanted). The value of a long form keeps its case: the CLI lowers it, although
 * the names of networks have one.
 *
 * <p>Source: docker/cli v28.2.2, opts/network.go.
 */
final class Networks {
  private static final Pattern LONG_FORM = Pattern.compile("\\w+=\\w+");
  private static final Set<String> MODES = Set.of("", "default", "bridge", "host", "none");

  private final Asked asked;
  private final Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
  private String name = "";

  private Networks(Asked asked) {
    this.asked = asked;
  }

  /** A network and the settings of the container's end in it. */
  record Network(String name, Map<String, @Nullable Object> endpoint) {
    /** Whether somebody made it; the modes that every engine has know no aliases. */
    boolean isUserDefined() {
      return !MODES.contains(name) && !name.startsWith("container:");
    }
  }

  static Object read(Object given, Asked asked) {
    List<?> several = given instanceof Map<?, ?> ? List.of(given) : Texts.elements(given);
    return several.stream().map(each -> new Networks(asked).network(each)).toList();
  }

  private Network network(@Nullable Object given) {
    if (given instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values(value).forEach(each -> set(kebab(key), each)));
    } else {
      String text = Texts.one(given, asked);
      if (LONG_FORM.matcher(text).find()) {
        Csv.fields(text, asked).forEach(this::parse);
      } else {
        name = text;
      }
    }
    if (name.isBlank()) {
      throw asked.bad("a network has no name");
    }
    return new Network(name, endpoint);
  }

  private void parse(String field) {
    int equals = field.indexOf('=');
    if (equals <= 0) {
      throw asked.bad("'" + field + "' is not of the form key=value");
    }
    String key = field.substring(0, equals).toLowerCase(Locale.ROOT).strip();
    set(key, field.substring(equals + 1).strip());
  }

  private void set(String key, String value) {
    switch (key) {
      case "name" -> name = value;
      case "alias", "aliases" -> put("Aliases", List.of(value));
      case "link", "links" -> put("Links", Addresses.links(List.of(value), asked));
      case "ip" -> put("IPAMConfig.IPv4Address", Addresses.ipv4(value, asked));
      case "ip6" -> put("IPAMConfig.IPv6Address", Addresses.ipv6(value, asked));
      case "mac-address" -> put("MacAddress", Addresses.mac(value, asked));
      case "link-local-ip", "link-local-ips" ->
          put("IPAMConfig.LinkLocalIPs", Addresses.ips(List.of(value), asked));
      case "driver-opt", "driver-opts" -> put("DriverOpts", Pairs.keyed(List.of(value), asked));
      case "gw-priority" -> gatewayPriority(value);
      default -> throw asked.bad("a network has no '" + key + "'");
    }
  }

  private void gatewayPriority(String value) {
    asked.needs("'gw-priority' of a network", "1.48");
    put("GwPriority", Scalars.number(value, asked));
  }

  private void put(String path, Object value) {
    Trees.add(endpoint, Trees.at(path, value));
  }

  private List<String> values(@Nullable Object value) {
    return value == null ? List.of() : Texts.join(value, '=', asked);
  }

  private static String kebab(@Nullable Object key) {
    return String.valueOf(key).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
