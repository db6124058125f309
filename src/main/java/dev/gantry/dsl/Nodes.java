package dev.gantry.dsl;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code docker.nodes}: lists and finds the nodes of the swarm. */
public final class Nodes extends SwarmResources<Node> {
  private static final List<String> COLUMNS =
      List.of("ID", "HOSTNAME", "STATUS", "AVAILABILITY", "MANAGER STATUS", "ENGINE VERSION");

  Nodes(Docker docker) {
    super(docker, Node.KIND, COLUMNS, Node::new);
  }

  /**
   * Lists nodes, with one request. {@code GET /nodes} (NodeList). Option: {@code filters} ({@code
   * id label membership name node.label role}).
   */
  @Override
  public ResourceList<Node> list(Map<String, ?> options) {
    return listing(rows("NodeList", "nodes", options));
  }

  /** The node that this engine is. */
  public Node getSelf() {
    return get(SwarmState.of(docker).nodeId());
  }

  @Override
  Map<String, ?> cells(Node node, Instant now) {
    Object engine = Rows.in(Rows.in(node.value("Description"), "Engine"), "EngineVersion");
    return Map.ofEntries(
        entry("ID", node.getId()),
        entry("HOSTNAME", node.getName()),
        entry("STATUS", node.getStatus()),
        entry("AVAILABILITY", node.getAvailability()),
        entry("MANAGER STATUS", node.getManagerStatus()),
        entry("ENGINE VERSION", Rows.text(engine)));
  }
}
