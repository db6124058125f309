package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.ArchiveException;
import dev.gantry.archive.Decompression;
import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarFilter;
import dev.gantry.archive.TarReader;
import dev.gantry.archive.TarWriter;
import dev.gantry.http.Body;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin is made of: {@code config.json}, and a file system in {@code rootfs}. Both are
 * looked for before anything is sent: daemons from 28 on make a plugin without a file system, which
 * then cannot be enabled.
 */
final class PluginContent {
  private static final String CONFIG = "config.json";
  private static final String ROOTFS = "rootfs";

  private final Docker docker;

  PluginContent(Docker docker) {
    this.docker = docker;
  }

  /** Hands a folder or a tar, once it was found to be whole, to whoever sends it. */
  @Nullable Object sending(Object source, Function<Object, @Nullable Object> send) {
    if (source instanceof byte[] bytes) {
      check(new ByteArrayInputStream(bytes), "the tar");
      return send.apply(plain(new ByteArrayInputStream(bytes)));
    }
    Path path = docker.files().named(source);
    if (Files.isDirectory(path)) {
      checkFolder(path);
      return send.apply(Body.stream(out -> write(path, out)));
    }
    docker.files().sending(path, content -> check((InputStream) content, path.toString()));
    return docker.files().sending(path, content -> send.apply(plain(content)));
  }

  /** Daemons take no compressed tar here, whatever the Docker CLI's flag for it says. */
  private static InputStream plain(Object content) {
    return Decompression.of((InputStream) content);
  }

  private static void checkFolder(Path folder) {
    try (InputStream config = Files.newInputStream(folder.resolve(CONFIG))) {
      checkConfig(config, folder.resolve(CONFIG).toString());
    } catch (IOException e) {
      throw missing(folder.toString(), CONFIG);
    }
    if (!Files.isDirectory(folder.resolve(ROOTFS))) {
      throw missing(folder.toString(), ROOTFS);
    }
  }

  private void write(Path folder, OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out);
    tar.add(folder.resolve(CONFIG), CONFIG, TarFilter.ALL);
    tar.add(folder.resolve(ROOTFS), ROOTFS, TarFilter.ALL)
        .forEach(socket -> docker.notices().say("the socket " + socket + " is not in the plugin"));
    tar.close();
  }

  private static boolean check(InputStream content, String source) {
    boolean config = false;
    boolean rootfs = false;
    try (TarReader tar = new TarReader(content)) {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        String name = name(entry);
        rootfs |= name.equals(ROOTFS) || name.startsWith(ROOTFS + "/");
        if (name.equals(CONFIG)) {
          checkConfig(tar.content(), CONFIG + " in " + source);
          config = true;
        }
      }
    } catch (IOException e) {
      throw new ArchiveException("cannot read " + source + ": " + e.getMessage(), e);
    }
    if (!config || !rootfs) {
      throw missing(source, config ? ROOTFS : CONFIG);
    }
    return true;
  }

  private static String name(TarEntry entry) {
    return Path.of("/").resolve(entry.name()).normalize().toString().substring(1);
  }

  private static void checkConfig(InputStream config, String what) {
    try {
      Json.readMap(config);
    } catch (JsonException e) {
      throw new UsageException(what + " is no plugin's configuration: " + e.getMessage());
    }
  }

  private static UsageException missing(String source, String what) {
    return new UsageException(
        "%s has no %s: a plugin is made of %s and a folder %s"
            .formatted(source, what, CONFIG, ROOTFS));
  }
}
