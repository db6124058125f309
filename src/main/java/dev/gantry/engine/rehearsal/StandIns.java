package dev.gantry.engine.rehearsal;

import dev.gantry.engine.Operation;
import dev.gantry.engine.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What would be there now, and how containers would be, as far as the calls so far tell. */
final class StandIns {
  private final List<StandIn> made = new CopyOnWriteArrayList<>();
  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** What this call would make. */
  StandIn add(String kind, Route route, Map<String, @Nullable Object> body) {
    int number = count.incrementAndGet();
    StandIn one = new StandIn(kind, id(number), name(kind, route, body, number), body);
    made.add(0, one);
    return one;
  }

  /** What the path of a call names, if it would be there only because of an earlier call. */
  Optional<StandIn> find(Route route) {
    String kind = route.operation().map(Operation::tag).orElse("");
    return route.names().values().stream().findFirst().flatMap(name -> find(kind, name));
  }

  private Optional<StandIn> find(String kind, String reference) {
    return made.stream()
        .filter(one -> one.kind().equals(kind) && one.isMeant(reference))
        .findFirst();
  }

  /** The newest first. */
  List<StandIn> all(String kind) {
    return made.stream().filter(one -> one.kind().equals(kind)).toList();
  }

  void remove(StandIn one) {
    made.remove(one);
  }

  /** A container would be in this state from now on. */
  void state(String reference, String state) {
    states.put(find("Container", reference).map(StandIn::id).orElse(reference), state);
  }

  /** The state of a container by any of its names; null when no call would have changed it. */
  @Nullable String state(String... references) {
    for (String reference : references) {
      String state = states.get(reference);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  private static String name(
      String kind, Route route, Map<String, @Nullable Object> body, int number) {
    String name = name(route, body, number);
    boolean lacksTag = name.indexOf(':', name.lastIndexOf('/') + 1) < 0;
    return kind.equals("Image") && lacksTag ? name + ":latest" : name;
  }

  private static String name(Route route, Map<String, @Nullable Object> body, int number) {
    for (String parameter : List.of("name", "t", "fromImage", "repo", "remote")) {
      String given = route.query().getOrDefault(parameter, List.of("")).get(0);
      if (!given.isEmpty()) {
        String tag = route.query().getOrDefault("tag", List.of("")).get(0);
        return tag.isEmpty() ? given : given + (tag.contains(":") ? "@" : ":") + tag;
      }
    }
    return body.get("Name") instanceof String given && !given.isEmpty()
        ? given
        : "rehearsed-" + number;
  }

  private static String id(int number) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("rehearsed " + number).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
