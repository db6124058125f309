package dev.gantry.shell.reading;

import dev.gantry.script.EntryPieces.Kind;
import dev.gantry.script.EntryPieces.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names of an entry that stand for nothing: neither known to the session nor declared in the
 * entry itself. Members, keys and options are not looked at, and in doubt a name is known.
 */
final class UnknownNames {
  private static final Set<String> MEMBER_OF =
      Set.of(".", "?.", "*.", "??.", ".&", "::", "@", ".@");

  /** A type stands before the name that it declares. */
  private static final Set<String> DECLARING =
      Set.of(
          "def",
          "var",
          "val",
          "final",
          "class",
          "interface",
          "enum",
          "trait",
          "record",
          "boolean",
          "byte",
          "char",
          "short",
          "int",
          "long",
          "float",
          "double",
          "void",
          ">",
          "static");

  /** Roots of the names of packages. */
  private static final Set<String> ROOTS =
      Set.of("java", "javax", "groovy", "org", "com", "net", "io", "dev", "jdk");

  private final List<Piece> pieces;
  private final Predicate<String> known;
  private final Set<String> declared = new HashSet<>();

  private UnknownNames(List<Piece> pieces, Predicate<String> known) {
    this.pieces = pieces;
    this.known = known;
  }

  /** The indexes of the pieces that are such names. */
  static Set<Integer> in(List<Piece> pieces, Predicate<String> known) {
    UnknownNames names = new UnknownNames(pieces, known);
    names.collectDeclared();
    Set<Integer> unknown = new HashSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (names.isUnknown(i)) {
        unknown.add(i);
      }
    }
    return unknown;
  }

  private boolean isUnknown(int i) {
    return is(i, Kind.NAME)
        && !MEMBER_OF.contains(text(i - 1))
        && !text(i + 1).equals(":")
        && !isPackage(i)
        && !declared.contains(text(i))
        && !known.test(text(i));
  }

  /** {@code java.time.Instant}, and all of an import. */
  private boolean isPackage(int i) {
    return text(i - 1).equals("import")
        || text(i - 1).equals("package")
        || (text(i + 1).equals(".") && ROOTS.contains(text(i)));
  }

  private void collectDeclared() {
    for (int i = 0; i < pieces.size(); i++) {
      if (is(i, Kind.NAME) && isDeclared(i)) {
        declared.add(text(i));
      } else if (text(i).equals("->")) {
        parametersBefore(i);
      } else if (text(i).equals("(") && takesParameters(i)) {
        parametersBehind(i);
      }
    }
  }

  /** Behind a type or in front of what is assigned to it. */
  private boolean isDeclared(int i) {
    String before = text(i - 1);
    return DECLARING.contains(before)
        || (text(i + 1).equals("=") && !MEMBER_OF.contains(before))
        || (isType(i - 1) && Set.of("=", ";", "(", "").contains(text(i + 1)))
        || (importOf(i) && !text(i + 1).equals("."));
  }

  private boolean isType(int i) {
    return (is(i, Kind.NAME) && Character.isUpperCase(text(i).charAt(0)))
        || (text(i).equals("]") && text(i - 1).equals("["));
  }

  private boolean importOf(int i) {
    int at = i;
    while (at > 0 && (is(at, Kind.NAME) || text(at).equals(".") || text(at).equals("as"))) {
      at--;
    }
    return text(at).equals("import") || text(at).equals("static");
  }

  /** {@code { a, b -> }}: all names back to the brace. */
  private void parametersBefore(int arrow) {
    for (int i = arrow - 1; i >= 0 && !text(i).equals("{"); i--) {
      if (is(i, Kind.NAME)) {
        declared.add(text(i));
      }
    }
  }

  /** {@code def f(a, b)}, {@code catch (e)}, {@code for (x in …)}, {@code def (a, b) =}. */
  private boolean takesParameters(int bracket) {
    String before = text(bracket - 1);
    return Set.of("catch", "for", "def", "final", "var").contains(before)
        || (is(bracket - 1, Kind.NAME)
            && (DECLARING.contains(text(bracket - 2)) || isType(bracket - 2)));
  }

  private void parametersBehind(int bracket) {
    for (int i = bracket + 1; i < pieces.size() && !text(i).equals(")"); i++) {
      boolean ends = Set.of(",", ")", "=", "in", ":", "").contains(text(i + 1));
      if (is(i, Kind.NAME) && ends && !Set.of("in", ":", "=").contains(text(i - 1))) {
        declared.add(text(i));
      }
    }
  }

  private boolean is(int i, Kind kind) {
    return i >= 0 && i < pieces.size() && pieces.get(i).kind() == kind;
  }

  private String text(int i) {
    return i >= 0 && i < pieces.size() ? pieces.get(i).text() : "";
  }
}
