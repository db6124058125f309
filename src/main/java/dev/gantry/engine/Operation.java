package dev.gantry.engine;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the Engine API, as the catalogue describes it.
 *
 * @param id the definition's name for it, such as {@code ContainerPause}
 * @param tag the group it belongs to, such as {@code Container}
 * @param path the path below the version, with {@code {names}} for its path parameters
 * @param mutates {@code yes}, {@code no}, or {@code stdin} when it does only if it is given input
 * @param credentials the header in which credentials for a registry travel; empty for none
 * @param does words that complete the sentence "Cannot …"
 * @param body the schema of a JSON body, with a plus between the names that versions have for it;
 *     empty where there is no such body
 * @param responses the schema of the answer by status, such as {@code [Config]}; empty for none
 */
public record Operation(
    String id,
    String tag,
    String method,
    String path,
    Lifetime lifetime,
    Answer answer,
    String mutates,
    String credentials,
    String does,
    List<Parameter> parameters,
    String body,
    Map<Integer, String> responses) {

  /** Reads a row of {@code operations.tsv}; the columns stand in the table's first line. */
  static Operation parse(String row) {
    String[] column = row.split("\t", -1);
    List<Parameter> parameters = parameters(column[10], column[8]);
    return new Operation(
        column[0],
        column[1],
        column[2],
        column[3],
        Lifetime.of(column[4], column[5]),
        Answer.parse(column[6]),
        column[7],
        column[8],
        column[9],
        parameters,
        column[11],
        responses(column[12]));
  }

  private static Map<Integer, String> responses(String text) {
    Map<Integer, String> responses = new LinkedHashMap<>();
    for (String response : text.split(" ", -1)) {
      String[] part = response.split(":", 2);
      responses.put(Integer.valueOf(part[0]), part.length == 1 ? "" : part[1]);
    }
    return responses;
  }

  /** Some definitions do not list the header that the daemon reads credentials from. */
  private static List<Parameter> parameters(String listed, String credentials) {
    Stream<String> all = Arrays.stream(listed.split(" ")).filter(text -> !text.isEmpty());
    boolean lacks = !credentials.isEmpty() && !listed.contains("header:" + credentials);
    return Stream.concat(all, lacks ? Stream.of("header:" + credentials + ":string") : Stream.of())
        .map(Parameter::parse)
        .toList();
  }

  /** The first API version that has it. */
  public @Nullable ApiVersion since() {
    return lifetime.since();
  }

  /** The first API version that no longer has it; null when it is still there. */
  public @Nullable ApiVersion until() {
    return lifetime.until();
  }

  /** Whether a version has it. */
  public boolean isIn(ApiVersion version) {
    return lifetime.missingFrom(version).isEmpty();
  }

  /**
   * What a connection that is taken over speaks: HTTP/2 where the builder makes calls to its client
   * (moby v28.5.2, daemon/server/router/session and grpc), the bytes of a program elsewhere.
   */
  String protocol() {
    return id.equals("Session") || id.equals("Grpc") ? "h2c" : "tcp";
  }

  /** The parameter of that name, if there is one. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** The parameter of that name, or an error with the nearest one there is. */
  Parameter require(String name) {
    return parameter(name)
        .orElseThrow(
            () -> {
              List<String> names = parameters.stream().map(Parameter::name).toList();
              String have = names.isEmpty() ? "; it takes none" : DidYouMean.hint(name, names);
              return new UsageException("unknown parameter '" + name + "' for " + id + have);
            });
  }
}
