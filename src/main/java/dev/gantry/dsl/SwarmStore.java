package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The secrets or the configs of the swarm. */
public abstract class SwarmStore<T extends SwarmData> extends SwarmResources<T> {
  private final String schema;
  private final String noun;

  SwarmStore(
      Docker docker,
      Kind kind,
      List<String> columns,
      BiFunction<Docker, Map<String, @Nullable Object>, T> make) {
    super(docker, kind, columns, make);
    this.schema = kind.schema();
    this.noun = schema.toLowerCase(Locale.ROOT);
  }

  /**
   * Lists them, with one request. SecretList, ConfigList. Option: {@code filters} ({@code id label
   * name}).
   */
  @Override
  public ResourceList<T> list(Map<String, ?> options) {
    return listing(rows(schema + "List", noun + "s", options));
  }

  public T create(String name) {
    return create(Map.of(), name);
  }

  /** Creates one of a text or bytes; see {@link #create(Map, String)}. */
  public T create(String name, Object data) {
    return create(Map.of(), name, data);
  }

  /** Creates one of a text or bytes; see {@link #create(Map, String)}. */
  public T create(Map<String, ?> options, String name, Object data) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(Options.named(options));
    if (all.put("data", data) != null) {
      throw new UsageException("the data of the " + noun + " is given twice");
    }
    return create(all, name);
  }

  /**
   * Creates one. SecretCreate, ConfigCreate.
   *
   * <p>Options: {@code data} (a text, bytes or a stream) or {@code file} (the name of a file),
   * {@code labels}, {@code templateDriver}, and for secrets {@code driver}, which gives the data
   * itself. At most 500 kB for a secret, 1000 kB for a config.
   *
   * @throws dev.gantry.engine.ConflictException the name is taken
   */
  public T create(Map<String, ?> options, String name) {
    VerbOptions given = docker.options(noun + " create", options);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("Name", name);
    body.putAll(given.body());
    byte[] data = data(given);
    if (data.length > 0) {
      body.put("Data", Base64.getEncoder().encodeToString(data));
    } else if (!body.containsKey("Driver")) {
      throw new UsageException(
          "a %1$s wants data: docker.%1$ss.create('%2$s', 'text') or file: 'name'"
              .formatted(noun, name));
    }
    Object made = docker.ask(schema + "Create", Map.of("body", body));
    return get(Rows.text(Rows.in(made, "ID")));
  }

  /** Creates one, with options that the closure assigns. */
  public T create(String name, Closure<?> options) {
    return create(ClosureOptions.of(options), name);
  }

  private byte[] data(VerbOptions given) {
    Object data = given.client().get("data");
    Object file = given.client().get("file");
    if (data != null && file != null) {
      throw new UsageException(
          "options 'data' and 'file' of %s create exclude each other".formatted(noun));
    }
    if (data instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    Object source = data == null ? file : data;
    return source == null ? new byte[0] : docker.files().sending(source, SwarmStore::bytes);
  }

  private static byte[] bytes(Object opened) {
    try {
      return opened instanceof InputStream stream ? stream.readAllBytes() : (byte[]) opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  Map<String, ?> cells(T thing, Instant now) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("ID", thing.getId());
    cells.put("NAME", thing.getName());
    cells.put("CREATED", Humane.ageOf(thing.getCreated(), now));
    cells.put("UPDATED", Humane.ageOf(thing.getUpdated(), now));
    return cells;
  }
}
