package dev.gantry.conformance;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One call and the status it has to get: a row of {@code cases.tsv}.
 *
 * @param operation its id; {@code restart} for a new start of the daemon, which is no call
 * @param where {@code second} for the second engine, {@code swarm} for engines that have such, or
 *     the API version it begins with; empty for everywhere
 * @param statuses any of these, as engines differ in some errors
 * @param take what to keep of the answer: {@code name=/json/pointer}, or {@code name=@} for its
 *     bytes; empty for nothing
 * @param parameters JSON with places for what was kept
 */
record Case(
    String operation, String where, List<Integer> statuses, String take, String parameters) {

  static List<Case> all() {
    return rows("cases.tsv").stream().map(row -> of(row[0].split(" "), row)).toList();
  }

  private static Case of(String[] words, String[] row) {
    String operation = words[words.length - 1];
    String where = words.length > 1 ? words[0] : "";
    return new Case(operation, where, statuses(row[1]), row[2], row[3]);
  }

  /** Whether it is made on an engine that speaks this version. */
  boolean isIn(ApiVersion version) {
    return (!where.startsWith("1.") || !version.isBefore(ApiVersion.parse(where)))
        && (isRestart() || Catalogue.shipped().operation(operation).isIn(version));
  }

  /** Whether an engine without swarms is left alone with it. */
  boolean wantsSwarm() {
    return isOnSecond() || isRestart() || where.equals("swarm");
  }

  boolean isOnSecond() {
    return where.equals("second");
  }

  boolean isRestart() {
    return operation.equals("restart");
  }

  private static List<Integer> statuses(String cell) {
    return Stream.of(cell.split("[|]")).map(Integer::valueOf).toList();
  }

  /** Whether it is to succeed. */
  boolean isSuccess() {
    return statuses.get(0) < 400;
  }

  /** The rows of a table beside this class, without comments and the names of its columns. */
  static List<String[]> rows(String table) {
    try (InputStream in = Objects.requireNonNull(Case.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
