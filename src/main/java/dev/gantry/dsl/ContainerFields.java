package dev.gantry.dsl;

import dev.gantry.dsl.options.RunOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a container: from its row where that is enough, so that nothing is asked for one
 * that was listed.
 */
public abstract class ContainerFields extends FileHolder {
  static final Kind KIND =
      new Kind(
          "ContainerInspect",
          "id",
          "ContainerInspectResponse",
          Set.of(
              "Id",
              "Names",
              "ImageID",
              "Command",
              "Ports",
              "Labels",
              "Status",
              "SizeRw",
              "SizeRootFs"));

  ContainerFields(Docker docker, String handle) {
    super(docker, KIND, handle);
  }

  /** Its name, without the slash that the daemon puts before it. */
  public String getName() {
    return nameIn(row());
  }

  /** A row's names include those that links give it, such as {@code /other/alias}. */
  private static String nameIn(Map<String, @Nullable Object> attrs) {
    String name =
        Rows.texts(attrs.get("Names")).stream()
            .filter(one -> one.indexOf('/', 1) < 0)
            .findFirst()
            .orElseGet(() -> Rows.text(attrs.get("Name")));
    return name.startsWith("/") ? name.substring(1) : name;
  }

  /** Its name when it was last read; empty if it never was. */
  final String lastName() {
    return nameIn(seen());
  }

  /** The image it was made from, as it was named then. */
  public String getImage() {
    return Rows.text(isListed() ? row().get("Image") : Rows.in(document().get("Config"), "Image"));
  }

  /**
   * {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code removing}, {@code
   * exited} or {@code dead}.
   */
  public String getStatus() {
    return Rows.text(isListed() ? row().get("State") : Rows.in(document().get("State"), "Status"));
  }

  public boolean isRunning() {
    return getStatus().equals("running");
  }

  /**
   * {@code starting}, {@code healthy} or {@code unhealthy}; {@code none} without a health check.
   */
  public String getHealth() {
    Object health = Rows.in(Rows.in(document().get("State"), "Health"), "Status");
    return health == null ? "none" : health.toString();
  }

  /** The status it ended with; 0 while it runs. */
  public int getExitCode() {
    return Rows.in(document().get("State"), "ExitCode") instanceof Number code
        ? code.intValue()
        : 0;
  }

  public Map<String, Object> getLabels() {
    return Rows.map(isListed() ? row().get("Labels") : Rows.in(document().get("Config"), "Labels"));
  }

  public @Nullable Instant getCreated() {
    return Instants.of(row().get("Created"));
  }

  /** Its address in the first of its networks that gave it one; empty when it has none. */
  public String getIp() {
    Object networks = Rows.in((isListed() ? row() : document()).get("NetworkSettings"), "Networks");
    return Rows.map(networks).values().stream()
        .map(network -> Rows.text(Rows.in(network, "IPAddress")))
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Its ports and where each is published: {@code ['80/tcp': ['0.0.0.0:8080']]}. */
  public Map<String, List<String>> getPorts() {
    return isListed()
        ? Ports.ofRow(row().get("Ports"))
        : Ports.ofSettings(Rows.in(document().get("NetworkSettings"), "Ports"));
  }

  @Override
  List<String> setBy(String option) {
    return RunOptions.table("create").fields(option).stream()
        .map(field -> field.startsWith("HostConfig.") ? field : "Config." + field)
        .toList();
  }

  @Override
  String label() {
    String name = lastName();
    return "container " + (name.isEmpty() ? getShortId() : name);
  }
}
