package dev.gantry.http;

import dev.gantry.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Header fields in their order. Names match in any case; a name may occur more than once. */
public final class Headers {
  private static final Headers NONE = new Headers(List.of());

  /** RFC 9110, section 5.1: a field name is a token (5.6.2). */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** RFC 9110, section 5.5, without the obsolete bytes above ASCII. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private final List<Field> fields;

  /** One header line. */
  public record Field(String name, String value) {}

  private Headers(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  public static Headers none() {
    return NONE;
  }

  public static Headers of(String name, String value) {
    return NONE.and(name, value);
  }

  /** What was received: taken as it is. */
  static Headers received(List<Field> fields) {
    return new Headers(fields);
  }

  /**
   * These and one more line, beside others of the same name.
   *
   * @throws UsageException name or value has a character that would break the message
   */
  public Headers and(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException("'" + name + "' is no name of an HTTP header");
    }
    if (!VALUE.matcher(value).matches()) {
      // The value may be a credential: it is not repeated.
      throw new UsageException(
          "The value of the HTTP header '" + name + "' has a line break or a non-ASCII character");
    }
    List<Field> all = new ArrayList<>(fields);
    all.add(new Field(name, value));
    return new Headers(all);
  }

  /** These, with one value in place of all others of that name. */
  public Headers with(String name, String value) {
    return without(name).and(name, value);
  }

  public Headers without(String name) {
    return new Headers(
        fields.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList());
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  public boolean contains(String name) {
    return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  public List<Field> fields() {
    return fields;
  }

  /** Names only: values may be secret. */
  @Override
  public String toString() {
    return fields.stream().map(Field::name).toList().toString();
  }
}
