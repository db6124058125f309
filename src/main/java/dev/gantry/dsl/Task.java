package dev.gantry.dsl;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One task: a container that a service wants on a node. It never changes its place; when it has
 * failed, another takes its slot. Sources: Engine API 1.51, {@code /tasks}.
 */
public final class Task extends SwarmProgram {
  static final Kind KIND = new Kind("TaskInspect", "id", "Task", Set.of());

  private final SwarmNames names;

  Task(Docker docker, Map<String, @Nullable Object> attrs) {
    this(docker, attrs, new SwarmNames(docker));
  }

  Task(Docker docker, Map<String, @Nullable Object> attrs, SwarmNames names) {
    super(docker, KIND, attrs);
    this.names = names;
  }

  /** Its service's name and its slot, such as {@code web.1}. */
  @Override
  public String getName() {
    return names.task(document());
  }

  /** The name of its service. */
  public String getService() {
    return names.service(Rows.text(value("ServiceID")));
  }

  /** The name of its node; empty as long as it has none. */
  public String getNode() {
    return names.node(Rows.text(value("NodeID")));
  }

  public String getImage() {
    return ImageName.shown(Rows.text(spec("ContainerSpec", "Image")));
  }

  /**
   * What it is: {@code new pending assigned accepted preparing starting running complete failed
   * shutdown rejected orphaned}, and some in between.
   */
  public String getState() {
    return Rows.text(Rows.in(value("Status"), "State"));
  }

  /** What it shall be: {@code running}, {@code shutdown}, {@code complete} or {@code remove}. */
  public String getDesiredState() {
    return Rows.text(value("DesiredState"));
  }

  /** Why it failed; empty when it did not. */
  public String getError() {
    return Rows.text(Rows.in(value("Status"), "Err"));
  }

  /** Since when it is in its state. */
  public @Nullable Instant getSince() {
    return Instants.of(Rows.in(value("Status"), "Timestamp"));
  }

  /** The id of its container, which is on its node; empty as long as there is none. */
  public String getContainerId() {
    return Rows.text(Rows.in(Rows.in(value("Status"), "ContainerStatus"), "ContainerID"));
  }

  @Override
  SwarmLogs swarmLogs() {
    boolean terminal = Boolean.TRUE.equals(spec("ContainerSpec", "TTY"));
    return new SwarmLogs(docker(), "TaskLogs", getId(), terminal);
  }

  @Override
  String noun() {
    return "task";
  }

  /** Nobody is asked for its name, which is not in its JSON. */
  @Override
  String label() {
    return toString();
  }

  /** One line: {@code task 3f2a… (running)}. */
  @Override
  public String toString() {
    return "task " + getShortId() + (isKnown() ? " (" + getState() + ")" : "");
  }
}
