package dev.gantry.dsl.options;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One option of a verb: a row of an {@link OptionTable}. */
public final class Option {
  private static final int COLUMNS = 8;

  private final String[] cells;
  private final Kind kind;

  private Option(String[] cells) {
    this.cells = cells;
    this.kind = Kinds.named(cells[2]);
  }

  static Option row(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "a row has " + COLUMNS + " columns and not " + cells.length + ": " + line);
    }
    return new Option(cells);
  }

  /** The documented name. */
  public String name() {
    return cells[0];
  }

  /** Other names that are accepted. */
  public List<String> aliases() {
    return listed(cells[1]);
  }

  /** The kind of its values, in one word: {@code flag}, {@code size}, {@code ports}. */
  public String type() {
    return cells[2];
  }

  /** What values it takes, as a phrase: {@code "a size such as '512m' or a number of bytes"}. */
  public String takes() {
    return kind.wants();
  }

  /** The fields of the request's body that it fills; none for an option that is not in the body. */
  public List<String> fields() {
    return isQuery() || isClientSide() ? List.of() : listed(cells[3].replace("*", ""));
  }

  /** The first API version that has it, where not all have. */
  public Optional<String> since() {
    return Optional.of(cells[4]).filter(version -> !version.isEmpty());
  }

  /** The last API version that has it, where it is gone. */
  public Optional<String> until() {
    return Optional.of(cells[5]).filter(version -> !version.isEmpty());
  }

  /** The Docker CLI's flag, such as {@code --env}; empty where it has none. */
  public String flag() {
    return cells[6].replaceFirst("^-\\w, ", "");
  }

  /** The same as its help has it, with the short one if there is: {@code -e, --env}. */
  public String flags() {
    return cells[6];
  }

  /** One line on what it does. */
  public String summary() {
    return cells[7];
  }

  /** Whether it does anything: an option of the CLI that is known, but refused, does not. */
  public boolean isSupported() {
    return !cells[2].equals("unsupported");
  }

  Kind kind() {
    return kind;
  }

  String target() {
    return cells[3];
  }

  boolean isQuery() {
    return target().startsWith("?");
  }

  boolean isClientSide() {
    return target().equals("-");
  }

  boolean isCombined() {
    return target().startsWith("*");
  }

  /** Whether its value is merged over the body of the request. */
  boolean addsToBody() {
    return target().startsWith(BodyFields.TARGET);
  }

  Stream<String> names() {
    return Stream.concat(Stream.of(name()), aliases().stream());
  }

  @Override
  public String toString() {
    return name() + " (" + flag() + ")";
  }

  private static List<String> listed(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
  }
}
