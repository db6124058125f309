package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.json.JsonView;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MetaProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thing the engine has, with the JSON that the daemon gives for it.
 *
 * <p>One that was listed knows its row. A field that the row lacks is read from the full JSON,
 * which is fetched on first use, once; {@link #reload()} and every verb that changes the thing make
 * it be fetched anew.
 */
public abstract class Resource extends GroovyObjectSupport implements JsonView {
  private final Docker docker;
  private final Kind kind;
  private final String handle;
  private @Nullable Map<String, @Nullable Object> row;
  private @Nullable Map<String, @Nullable Object> full;
  private Map<String, @Nullable Object> seen = Map.of();

  /**
   * A thing by what the daemon knows it by.
   *
   * @param handle id or name, used in every call
   */
  Resource(Docker docker, Kind kind, String handle) {
    this.docker = docker;
    this.kind = kind;
    this.handle = handle;
  }

  /** What messages call it, from what was read already: {@code container web}. */
  abstract String label();

  /** What messages call a resource, from what was read already; asks no engine. */
  public static String labelOf(Resource resource) {
    return resource.label();
  }

  void listedAs(Map<String, @Nullable Object> row) {
    this.row = row;
    this.seen = row;
  }

  void inspectedAs(Map<String, @Nullable Object> full) {
    this.full = full;
    this.seen = full;
  }

  /** What it is called, before anything is read of it. */
  final void namedAs(String name) {
    this.seen = Map.of("Name", name);
  }

  /** Forgets what was read: the thing has changed. */
  void changed() {
    row = null;
    full = null;
  }

  /** The engine it is on. */
  final Docker docker() {
    return docker;
  }

  /** Calls an operation on it. */
  final @Nullable Object call(
      String operation, Map<String, ? extends @Nullable Object> parameters) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(parameters);
    all.put(kind.parameter(), handle);
    return docker.ask(operation, all);
  }

  final String handle() {
    return handle;
  }

  /** What {@code list()} said of it; the full JSON for one that was not listed. */
  final Map<String, @Nullable Object> row() {
    return row != null ? row : document();
  }

  /** The last that was read of it, if anything: enough to name it, and never asked for. */
  final Map<String, @Nullable Object> seen() {
    return seen;
  }

  final boolean isListed() {
    return row != null;
  }

  /** Whether its full JSON is here. */
  final boolean isWhole() {
    return full != null;
  }

  /** Whether its row or its full JSON is here, so that telling of it asks nobody. */
  final boolean isKnown() {
    return row != null || full != null;
  }

  /** The full id. */
  public String getId() {
    return handle;
  }

  /** The full id's first twelve digits. */
  public String getShortId() {
    return Humane.shortId(getId());
  }

  /** The daemon's full JSON; fetched on first use. A field in it that is gone says so. */
  public final Map<String, Object> getAttrs() {
    return Fields.whole(this, document());
  }

  /** The daemon's full JSON as it is; fetched on first use. */
  final Map<String, @Nullable Object> document() {
    if (full == null) {
      Map<String, @Nullable Object> fetched = kind.inspect(docker, handle);
      inspectedAs(fetched);
      return fetched;
    }
    return full;
  }

  /** Fetches the daemon's full JSON anew; see {@link #getAttrs()}. */
  public final Map<String, Object> inspect() {
    changed();
    return getAttrs();
  }

  /**
   * Fetches more of the daemon's JSON, and keeps none of it. Options: of a container {@code size}
   * (of its files, in bytes); of an image {@code platform} (from API 1.49) and {@code manifests}
   * (from 1.48); of a network {@code verbose} (services and tasks in it) and {@code scope}.
   */
  public final Map<String, Object> inspect(Map<String, ?> options) {
    return Fields.whole(
        this, Rows.map(call(kind.inspect(), docker.options(kind.inspectVerb(), options).query())));
  }

  /** Fetches more, with options that the closure assigns. */
  public final Map<String, Object> inspect(Closure<?> options) {
    return inspect(ClosureOptions.of(options));
  }

  /** Fetches the daemon's full JSON anew and gives the thing itself. */
  public Resource reload() {
    inspect();
    return this;
  }

  /** The value of a key, from the row if it is enough; null when the daemon gave none. */
  final @Nullable Object value(String key) {
    if (row != null && kind.rowKeys().contains(key) && row.containsKey(key)) {
      return row.get(key);
    }
    return document().get(key);
  }

  /**
   * Groovy's {@code resource.name}. What begins with a capital is the daemon's: left to itself,
   * Groovy takes {@code getCreated} for {@code Created} as well as for {@code created}.
   */
  @Override
  public @Nullable Object getProperty(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0))
        ? propertyMissing(name)
        : super.getProperty(name);
  }

  /** Groovy's {@code resource.Key}: any field of the daemon's JSON. */
  public final @Nullable Object propertyMissing(String name) {
    Object value = value(name);
    if (value == null && !document().containsKey(name)) {
      throw unknown(name);
    }
    return Fields.of(this, name, value);
  }

  /** The schema of its full JSON. */
  final String schema() {
    return kind.schema();
  }

  /** What to say of a field that is gone from an object within it; see {@link Gone#sentence}. */
  final Optional<String> gone(String what, String schema, String field) {
    return Gone.sentence(what, schema, field, docker.engine().version());
  }

  private UsageException unknown(String name) {
    Optional<String> gone = gone(label(), schema(), name);
    if (gone.isPresent()) {
      return new UsageException(gone.get());
    }
    NearKeys near = new NearKeys(document());
    if (Verbs.of(getClass(), name).isPresent()) {
      return new UsageException(
          "'%s' of %s is a verb: %s() calls it%s"
              .formatted(name, label(), name, near.option(name, setBy(name))));
    }
    List<String> properties =
        getMetaClass().getProperties().stream().map(MetaProperty::getName).toList();
    return new UsageException(
        "%s has no '%s'%s".formatted(label(), name, near.hint(name, properties, setBy(name))));
  }

  /** Where its JSON has what an option sets that such things are made with; none for no option. */
  List<String> setBy(String option) {
    return List.of();
  }

  @Override
  public Object toJson() {
    return new LinkedHashMap<>(document());
  }
}
