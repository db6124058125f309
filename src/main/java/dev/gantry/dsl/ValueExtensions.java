package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.json.Colors;
import dev.gantry.json.Csv;
import dev.gantry.json.Json;
import dev.gantry.json.JsonPaths;
import dev.gantry.json.JsonPointer;
import dev.gantry.json.JsonTree;
import dev.gantry.json.NdJson;
import dev.gantry.json.Tabular;
import dev.gantry.json.Yaml;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What scripts can ask of every value: of an answer of the engine, of a container, of a map or list
 * of their own. Groovy finds these methods by the file {@code
 * META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule}.
 *
 * <p>They are methods and no properties: {@code map.json} is the map's entry {@code json}.
 */
public final class ValueExtensions {
  private ValueExtensions() {}

  /** As JSON over several lines. */
  public static String json(Object self) {
    return Json.pretty(self);
  }

  /** As YAML. */
  public static String yaml(Object self) {
    return Yaml.write(self);
  }

  /** As comma-separated values with a header (RFC 4180); of a list, one line for each item. */
  public static String csv(Object self) {
    return Csv.write(self);
  }

  /** As one line of JSON for each item of a list. */
  public static String ndjson(Object self) {
    return NdJson.write(self);
  }

  /** As an indented tree for people. */
  public static String tree(Object self) {
    return JsonTree.format(self, Colors.OFF).stripTrailing();
  }

  /**
   * As one line for each scalar in it, such as {@code .State.Status = "running"}; to be searched.
   */
  public static List<String> paths(Object self) {
    return JsonPaths.lines(self);
  }

  /**
   * What differs from another value, as a table: the path of each scalar that is not the same in
   * both, with what it is here and there.
   */
  public static Tabular compare(Object self, Object other) {
    return Tables.difference(JsonPaths.lines(self), JsonPaths.lines(other));
  }

  /**
   * The value at a JSON pointer, such as {@code /NetworkSettings/Networks/bridge/IPAddress}.
   *
   * @return null when there is none
   */
  public static @Nullable Object at(Object self, String pointer) {
    return JsonPointer.at(self, pointer);
  }

  /**
   * As a table; printed, it is text.
   *
   * @param columns names of keys. Of what {@code list()} gives, also the heads of its own table in
   *     any case. Without any: that table, or every name whose values are not nested.
   * @throws UsageException no row has such a name, or the value is no list of maps
   */
  public static Tabular table(Object self, String... columns) {
    return Tables.of(self, columns);
  }

  /**
   * As one {@code name: value} line for each name, the values in a row below each other: a table
   * that is too wide for the screen, turned by a quarter.
   */
  public static String vertical(Object self) {
    return Tables.vertical(self);
  }

  /**
   * Gives it to a program of this machine, and takes what that makes of it: {@code
   * docker.info.pipe('jq .Name')}. Text goes as it is, anything else as JSON.
   *
   * @param command a line for {@code sh}, or a list of words that no shell touches
   * @return what the program wrote to standard output, without the last line break
   * @throws UsageException it cannot be started, or ended with another status than 0
   */
  public static String pipe(Object self, Object command) {
    String text = self instanceof CharSequence ? self.toString() : json(self) + "\n";
    return Filter.start(command).of(text);
  }

  /**
   * Writes it to a file, in the form that the file's name ends with: {@code .json}, {@code
   * .ndjson}, {@code .yaml}, {@code .yml} or {@code .csv}. The file appears only when it is whole.
   *
   * @return the file
   * @throws UsageException the name ends otherwise, or the file cannot be written
   */
  public static File save(Object self, Object file) {
    String name = file.toString();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String text =
        switch (end) {
          case "json" -> json(self) + "\n";
          case "ndjson" -> ndjson(self);
          case "yaml", "yml" -> yaml(self);
          case "csv" -> csv(self);
          default ->
              throw new UsageException(
                  "save wants a file that ends with .json, .ndjson, .yaml, .yml or .csv, got "
                      + name);
        };
    return new LocalFiles(Path.of("").toAbsolutePath(), StandardStreams.NONE)
        .write(text, file)
        .toFile();
  }
}
