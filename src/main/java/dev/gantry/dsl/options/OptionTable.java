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
  static OptionTable named(String name) {
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
        read.put(option.name(), new Asked(verb, option, where).read(value));
      }
    }
    return Collections.unmodifiableMap(read);
  }

  /**
   * The option of that name or alias.
   *
   * @throws UsageException there is none; the message names the nearest
   */
  public Option find(String verb, String name) {
    Option option = byName.get(name);
    if (option == null) {
      throw new UsageException(
          "unknown option '%s' for %s%s".formatted(name, verb, DidYouMean.hint(name, names())));
    }
    return option;
  }

  private void register(String name, Option option) {
    if (byName.put(name, option) != null) {
      throw new IllegalArgumentException("two options are named " + name);
    }
  }
}
