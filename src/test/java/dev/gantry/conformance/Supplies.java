package dev.gantry.conformance;

import dev.gantry.archive.TarReader;
import dev.gantry.archive.TarWriter;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpResponse;
import dev.gantry.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the calls send: archives, and addresses that are free here. */
final class Supplies {
  private static final int PROGRAM = 0755;
  private static final int FILE = 0644;
  private static final String SLEEP =
      "trap 'exit 0' TERM; while :; do /bin/busybox sleep 1 & wait; done";

  private Supplies() {}

  static Map<String, Object> of(EngineClient engine, String socket) throws IOException {
    Map<String, Object> all = new HashMap<>();
    int port = freePort();
    all.put("port", port);
    // No other engine of the machine, whose network they share, takes these.
    all.put("manager", "127.65." + port / 256 + "." + (port % 255 + 1));
    all.put("worker", "127.66." + port / 256 + "." + (port % 255 + 1));
    all.put(
        "context", tar("Dockerfile", "FROM busybox\nLABEL a=b\n".getBytes(StandardCharsets.UTF_8)));
    all.put("plugin", plugin(engine, socket));
    return all;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static byte[] tar(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(name, content, FILE);
    }
    return bytes.toByteArray();
  }

  /**
   * Busybox that sleeps. An engine has enabled a plugin when it can connect to the plugin's socket,
   * and busybox cannot listen at one: the plugin says that its socket is the engine's own.
   */
  private static byte[] plugin(EngineClient engine, String socket) throws IOException {
    Map<String, Object> config =
        Map.of(
            "entrypoint", List.of("/bin/busybox", "sh", "-c", SLEEP),
            "interface",
                Map.of("types", List.of("docker.dummy/1.0"), "socket", "../".repeat(20) + socket),
            "env", List.of(Map.of("name", "COLOUR", "settable", List.of("value"), "value", "blue")),
            "network", Map.of("type", "host"),
            "linux", Map.of("capabilities", List.of("CAP_SYS_TIME")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add("config.json", Json.write(config).getBytes(StandardCharsets.UTF_8), FILE);
      tar.add("rootfs/bin/busybox", busybox(engine), PROGRAM);
    }
    return bytes.toByteArray();
  }

  private static byte[] busybox(EngineClient engine) throws IOException {
    Map<?, ?> made =
        (Map<?, ?>) engine.call("ContainerCreate", Map.of("body", Map.of("Image", "busybox")));
    Map<String, Object> id = Map.of("id", String.valueOf(Objects.requireNonNull(made).get("Id")));
    Map<String, Object> program = new HashMap<>(id);
    program.put("path", "/bin/busybox");
    try (HttpResponse answer = engine.open("ContainerArchive", program);
        TarReader tar = new TarReader(answer.body())) {
      Objects.requireNonNull(tar.next());
      return tar.content().readAllBytes();
    } finally {
      engine.call("ContainerDelete", id);
    }
  }
}
