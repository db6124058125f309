package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for GPUs: {@code all}, a number, {@code count=2,capabilities=utility}, or a map with the
 * same keys.
 *
 * <p>Source: docker/cli v28.2.2, opts/gpus.go.
 */
final class Gpus {
  private final Asked asked;
  private final Map<String, Object> request = new LinkedHashMap<>();

  private Gpus(Asked asked) {
    this.asked = asked;
  }

  static Object read(Object given, Asked asked) {
    List<?> several = given instanceof Map<?, ?> ? List.of(given) : Texts.elements(given);
    return several.stream().map(each -> new Gpus(asked).request(each)).toList();
  }

  private Map<String, Object> request(@Nullable Object given) {
    if (given instanceof Map<?, ?> map) {
      map.forEach((key, value) -> set(Texts.one(key, asked), values(value)));
    } else {
      Csv.fields(Texts.one(given, asked), asked).forEach(this::parse);
    }
    if (!request.containsKey("DeviceIDs")) {
      request.putIfAbsent("Count", 1L);
    }
    request.putIfAbsent("Capabilities", List.of(List.of("gpu")));
    return request;
  }

  private void parse(String field) {
    int equals = field.indexOf('=');
    String key = equals < 0 ? "count" : field.substring(0, equals);
    String value = field.substring(equals + 1);
    set(key, key.equals("options") ? Csv.fields(value, asked) : List.of(value.split(",", -1)));
  }

  private void set(String key, List<String> values) {
    switch (key) {
      case "driver" -> put(key, "Driver", values.get(0));
      case "count" -> put(key, "Count", count(values.get(0)));
      case "device" -> put(key, "DeviceIDs", values);
      case "capabilities" -> put(key, "Capabilities", List.of(withGpu(values)));
      case "options" -> put(key, "Options", Pairs.map(values));
      default -> throw asked.bad("a request for GPUs has no '" + key + "'");
    }
  }

  private void put(String key, String field, Object value) {
    if (request.put(field, value) != null) {
      throw asked.bad("'" + key + "' is given twice");
    }
  }

  private List<String> values(@Nullable Object value) {
    if (value == null) {
      throw asked.wants(null);
    }
    return Texts.join(value, '=', asked);
  }

  private long count(String text) {
    if (text.equals("all")) {
      return -1;
    }
    if (!text.matches("[+-]?\\d{1,9}")) {
      throw asked.bad("'" + text + "' is neither 'all' nor a number of GPUs");
    }
    return Long.parseLong(text);
  }

  private static List<String> withGpu(List<String> capabilities) {
    List<String> all = new ArrayList<>(capabilities);
    all.add("gpu");
    return all;
  }
}
