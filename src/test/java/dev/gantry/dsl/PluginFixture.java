package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.archive.TarReader;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpResponse;
import dev.gantry.json.Json;
import dev.gantry.script.ScriptException;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plugin to make: busybox that sleeps until it is told to end. Scripts know its folder as {@code
 * folder}; what they make, named {@code dsl-…} or {@code registry/dsl-…}, is removed afterwards.
 *
 * <p>An engine has enabled a plugin when it can connect to the plugin's socket. Busybox cannot
 * listen at one, so this plugin says that its socket is the engine's own.
 */
final class PluginFixture {
  private static final String SLEEP =
      "trap 'exit 0' TERM; while :; do /bin/busybox sleep 1 & wait; done";

  private final TestEngine engine;
  private final Path folder;

  PluginFixture(TestEngine engine, Path folder) throws IOException {
    this.engine = engine;
    this.folder = folder;
    Files.writeString(folder.resolve("config.json"), Json.write(config("sleeps")));
    Path program = folder.resolve("rootfs/bin/busybox");
    Files.createDirectories(program.getParent());
    Files.write(program, busybox(engine.client()));
    program.toFile().setExecutable(true, false);
  }

  private Map<String, Object> config(String description) {
    return Map.of(
        "description",
        description,
        "entrypoint",
        List.of("/bin/busybox", "sh", "-c", SLEEP),
        "interface",
        Map.of(
            "types",
            List.of("docker.dummy/1.0"),
            "socket",
            "../".repeat(20) + engine.host().toString().substring("unix:///".length())),
        "env",
        List.of(Map.of("name", "COLOUR", "settable", List.of("value"), "value", "blue")),
        "network",
        Map.of("type", "host"),
        "linux",
        Map.of("capabilities", List.of("CAP_SYS_TIME")));
  }

  /** Makes what is created from now on another version. */
  void describe(String description) throws IOException {
    Files.writeString(folder.resolve("config.json"), Json.write(config(description)));
  }

  private static byte[] busybox(EngineClient client) throws IOException {
    Object made = client.call("ContainerCreate", Map.of("body", Map.of("Image", "busybox")));
    Map<String, Object> container = Map.of("id", Rows.text(Rows.in(made, "Id")));
    Map<String, Object> program = Map.of("id", container.get("id"), "path", "/bin/busybox");
    try (HttpResponse answer = client.open("ContainerArchive", program);
        TarReader tar = new TarReader(answer.body())) {
      Objects.requireNonNull(tar.next());
      return tar.content().readAllBytes();
    } finally {
      client.call("ContainerDelete", container);
    }
  }

  @Nullable Object run(String script) {
    return run(Map.of(), script);
  }

  @Nullable Object run(Map<String, ?> names, String script) {
    Map<String, Object> all = new HashMap<>(names);
    all.put("folder", folder);
    try {
      return DslScript.run(engine, all, script);
    } finally {
      sweep();
    }
  }

  String failure(String script) {
    return failure(Map.of(), script);
  }

  String failure(Map<String, ?> names, String script) {
    return Objects.requireNonNull(
            catchThrowableOfType(ScriptException.class, () -> run(names, script)),
            "the script did not fail")
        .reason();
  }

  private void sweep() {
    new Docker(engine.client(), DslScript.caller(Notices.NONE))
        .getPlugins().list().stream()
            .filter(one -> one.getName().matches("(.*/)?dsl-.*"))
            .forEach(one -> one.remove(Map.of("force", true)));
  }
}
