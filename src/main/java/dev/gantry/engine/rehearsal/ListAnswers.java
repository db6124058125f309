package dev.gantry.engine.rehearsal;

import dev.gantry.engine.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists with what would be in them: containers, unless conditions were asked for. */
final class ListAnswers {
  private final StandIns standIns;

  ListAnswers(StandIns standIns) {
    this.standIns = standIns;
  }

  /** Whether the answer to a request has to be completed. */
  boolean concern(Route route) {
    return route.operation().filter(o -> o.id().equals("ContainerList")).isPresent()
        && !route.query().containsKey("filters")
        && !standIns.all("Container").isEmpty();
  }

  /** The rows of an answer, with those of the containers that would be there before them. */
  List<@Nullable Object> completed(List<?> rows, Route route) {
    boolean all = route.is("all");
    List<@Nullable Object> completed = new ArrayList<>();
    for (StandIn one : standIns.all("Container")) {
      String state = Objects.requireNonNullElse(standIns.state(one.id()), "created");
      if (all || state.equals("running") || state.equals("paused")) {
        completed.add(row(one, state));
      }
    }
    completed.addAll(rows);
    return completed;
  }

  private static Map<String, @Nullable Object> row(StandIn one, String state) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("Id", one.id());
    row.put("Names", List.of("/" + one.name()));
    row.put("Image", one.body().get("Image"));
    row.put("Command", "");
    row.put("Created", Instant.now().getEpochSecond());
    row.put("Ports", List.of());
    row.put("Labels", Objects.requireNonNullElse(one.body().get("Labels"), Map.of()));
    row.put("State", state);
    row.put("Status", "Rehearsed");
    row.put("Mounts", List.of());
    return row;
  }
}
