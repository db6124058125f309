package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mount, filled key by key with the words of the CLI's {@code --mount}.
 *
 * <p>Source: docker/cli v28.2.2, opts/mount.go; an empty value is refused as from v29 on. The API
 * versions are those of the fields in the engine's specification.
 */
final class MountFields {
  private final Asked asked;
  private final Map<String, @Nullable Object> mount = new LinkedHashMap<>();

  MountFields(Asked asked) {
    this.asked = asked;
    mount.put("Type", "volume");
  }

  /** Sets a key; an empty value is that of a flag written without one. */
  void set(String key, String value) {
    switch (key) {
      case "readonly", "ro" -> put("ReadOnly", flag(key, value));
      case "volume-nocopy" -> put("VolumeOptions.NoCopy", flag(key, value));
      case "bind-nonrecursive" -> put("BindOptions.NonRecursive", flag(key, value));
      case "bind-create-src" -> createSource(flag(key, value));
      default -> {
        if (value.isBlank()) {
          throw asked.bad("'" + key + "' of a mount wants a value: " + key + "=…");
        }
        setText(key, value);
      }
    }
  }

  private void setText(String key, String value) {
    switch (key) {
      case "type" -> type(value.toLowerCase(Locale.ROOT));
      case "source", "src" -> put("Source", source(value));
      case "target", "dst", "destination" -> put("Target", value);
      case "consistency" -> put("Consistency", value.toLowerCase(Locale.ROOT));
      case "bind-propagation" -> put("BindOptions.Propagation", value);
      case "bind-recursive" -> recursive(value);
      case "volume-subpath" -> since("1.45", key, "VolumeOptions.Subpath", value);
      case "volume-label" -> pair("VolumeOptions.Labels", value);
      case "volume-driver" -> put("VolumeOptions.DriverConfig.Name", value);
      case "volume-opt" -> pair("VolumeOptions.DriverConfig.Options", value);
      case "image-subpath" -> since("1.48", key, "ImageOptions.Subpath", value);
      case "tmpfs-size" -> put("TmpfsOptions.SizeBytes", Sizes.parse(value, asked));
      case "tmpfs-mode" -> put("TmpfsOptions.Mode", octal(value));
      default -> throw asked.bad("a mount has no '" + key + "'");
    }
  }

  /** The mount as the engine takes it. */
  Map<String, @Nullable Object> finished() {
    if (!mount.containsKey("Target")) {
      throw asked.bad("a mount wants a target: dst=…");
    }
    String type = String.valueOf(mount.get("Type"));
    for (String group : new String[] {"bind", "volume", "image", "tmpfs"}) {
      String options = Character.toUpperCase(group.charAt(0)) + group.substring(1) + "Options";
      if (mount.containsKey(options) && !group.equals(type)) {
        throw asked.bad("'" + group + "-…' does not go with a mount of type " + type);
      }
    }
    if (mount.get("BindOptions") instanceof Map<?, ?> bind) {
      checkReadOnly(bind);
    }
    return mount;
  }

  private void checkReadOnly(Map<?, ?> bind) {
    boolean forced = bind.containsKey("ReadOnlyForceRecursive");
    boolean readOnly = Boolean.TRUE.equals(mount.get("ReadOnly"));
    if (!readOnly && (forced || bind.containsKey("ReadOnlyNonRecursive"))) {
      throw asked.bad("that bind-recursive wants readonly beside it");
    }
    if (forced && !"rprivate".equals(bind.get("Propagation"))) {
      throw asked.bad("bind-recursive=readonly wants bind-propagation=rprivate beside it");
    }
  }

  private void type(String type) {
    if (type.equals("image")) {
      asked.needs("a mount of type image", "1.48");
    }
    put("Type", type);
  }

  private void recursive(String value) {
    switch (value) {
      case "enabled" -> {} // what the engine does by itself
      case "disabled" -> put("BindOptions.NonRecursive", true);
      case "writable" -> put("BindOptions.ReadOnlyNonRecursive", true);
      case "readonly" ->
          since("1.44", "bind-recursive=readonly", "BindOptions.ReadOnlyForceRecursive", true);
      default -> throw asked.bad("bind-recursive is one of enabled, disabled, writable, readonly");
    }
  }

  private void createSource(boolean create) {
    since("1.42", "bind-create-src", "BindOptions.CreateMountpoint", create);
  }

  private String source(String value) {
    return value.startsWith(".") ? asked.where().resolve(value).toString() : value;
  }

  private long octal(String value) {
    try {
      return Integer.parseUnsignedInt(value, 8);
    } catch (NumberFormatException e) {
      throw asked.bad("tmpfs-mode '" + value + "' is not an octal number");
    }
  }

  private boolean flag(String key, String value) {
    return switch (value) {
      case "", "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw asked.bad("'" + key + "' of a mount is true or false, not '" + value + "'");
    };
  }

  private void pair(String path, String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Map<String, String> entry = Map.of(name, equals < 0 ? "" : text.substring(equals + 1));
    put(path, entry);
  }

  private void since(String version, String what, String path, Object value) {
    asked.needs("'" + what + "' of a mount", version);
    put(path, value);
  }

  private void put(String path, Object value) {
    Trees.add(mount, Trees.at(path, value));
  }
}
