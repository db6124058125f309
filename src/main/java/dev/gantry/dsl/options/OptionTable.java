package dev.gantry.dsl.options;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The options of a verb: what is known by which name, and what values it takes. */
public final class OptionTable {
  private final List<Option> options;
  private final Map<String, Option> byName = new LinkedHashMap<>();

  private OptionTable(List<Option> options) {
    this.options = List.copyOf(options);
    for (Option option : options) {
      option.names().forEach(name -> register(name, option));
    }
  }

  /**
   * Reads a table from rows of tab-separated cells.
   *
   * @param rows name, aliases, kind, target, since, until, flag, summary; without a header
   */
  public static OptionTable of(List<String> rows) {
    return new OptionTable(rows.stream().map(Option::row).toList());
  }

  /** Reads the table of that name beside this class; its first line names the columns. */
  public static OptionTable named(String name) {
    return of(rows(name));
  }

  /** The lines of a table beside this class, without the one that names the columns. */
  static List<String> rows(String name) {
    try (InputStream table = OptionTable.class.getResourceAsStream(name + ".tsv")) {
      if (table == null) {
        throw new IllegalArgumentException("no table " + name);
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same table without some options. */
  OptionTable without(Set<String> names) {
    return new OptionTable(options.stream().filter(it -> !names.contains(it.name())).toList());
  }

  /** Every option, in the order of the table. */
  public Collection<Option> options() {
    return options;
  }

  /** The documented names, for completion. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    options.stream().filter(Option::isSupported).map(Option::name).forEach(names::add);
    return names;
  }

  /**
   * Checks named arguments and reads their values.
   *
   * @param verb what the options are for, as error texts name it
   * @param given names (documented ones or aliases) and values; null means not given
   * @return documented names and the values read, in the order of the table
   * @throws UsageException an unknown option, one that the API version does not have, one given
   *     twice, or a value of the wrong type or form
   */
  public Map<String, Object> check(
      String verb, Map<String, ? extends @Nullable Object> given, Surroundings where) {
    Map<Option, Object> raw = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          Option option = find(verb, name);
          if (value != null && raw.put(option, value) != null) {
            throw new UsageException(
                "option '%s' of %s is given twice, under two names".formatted(option.name(), verb));
          }
        });
    Map<String, Object> read = new LinkedHashMap<>();
    for (Option option : options) {
      Object value = raw.get(option);
      if (value != null) {
        Asked asked = new Asked(verb, option, where);
        read.put(option.name(), asked.read(value));
        if (option.addsToBody() && isStrict(raw)) {
          BodyFields.check((Map<?, ?>) value, asked);
        }
      }
    }
    return Collections.unmodifiableMap(read);
  }

  private static boolean isStrict(Map<Option, Object> given) {
    return given.entrySet().stream()
        .noneMatch(it -> it.getKey().name().equals("strict") && it.getValue().equals(false));
  }

  /**
   * Puts checked options where their rows say. Combined ones ({@code *…}) are left to the caller.
   *
   * @param checked what {@link #check} made
   */
  public Placed place(Map<String, Object> checked) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    Map<String, Object> query = new LinkedHashMap<>();
    Map<String, Object> client = new LinkedHashMap<>();
    for (Option option : options) {
      Object value = checked.get(option.name());
      if (value == null || option.isCombined()) {
        continue;
      }
      if (option.isQuery()) {
        query.put(option.target().substring(1), value);
      } else if (option.isClientSide()) {
        client.put(option.name(), value);
      } else {
        Trees.add(body, piece(option, value));
      }
    }
    return new Placed(body, query, client);
  }

  /** The fields of the body that checked options stand for, as dotted paths. */
  List<String> fields(Map<String, Object> checked) {
    return options.stream()
        .filter(option -> checked.containsKey(option.name()) && !option.isCombined())
        .flatMap(option -> option.fields().stream())
        .toList();
  }

  /**
   * Options in their places.
   *
   * @param body fields of the JSON body
   * @param query query parameters
   * @param client what is not sent, by documented names
   */
  public record Placed(
      Map<String, @Nullable Object> body, Map<String, Object> query, Map<String, Object> client) {}

  /**
   * The option of that name or alias.
   *
   * @throws UsageException there is none; the message names the nearest
   */
  public Option find(String verb, String name) {
    Option option = byName.get(name);
    if (option == null) {
      throw new UsageException("unknown option '%s' for %s%s".formatted(name, verb, hint(name)));
    }
    return option;
  }

  /**
   * The fields of the body that an option fills, by its name or alias; none where none is named.
   */
  public List<String> fields(String name) {
    Option option = byName.get(name);
    return option == null ? List.of() : option.fields();
  }

  private static Map<?, ?> piece(Option option, Object value) {
    return option.fields().size() > 1 ? (Map<?, ?>) value : Trees.at(option.target(), value);
  }

  /** The documented names come first: most aliases are near to them, and they are in the help. */
  private String hint(String name) {
    String documented = DidYouMean.hint(name, names());
    return documented.isEmpty() ? DidYouMean.hint(name, byName.keySet()) : documented;
  }

  private void register(String name, Option option) {
    if (byName.put(name, option) != null) {
      throw new IllegalArgumentException("two options are named " + name);
    }
  }
}
